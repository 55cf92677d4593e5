import { useState } from 'react'
import type { ReactNode } from 'react'

import { needsReason } from '../../../domain/pharmacy/warning.ts'
import { useText } from '../../text/use-text.tsx'
import { ActionButton } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { StateShape } from '../../ui/icon/state-shape.tsx'
import { Note } from '../../ui/note.tsx'
import { nobodyYet, readySecond, secondPeople, SecondPerson } from '../../ui/session/second-person.tsx'
import type { Second } from '../../ui/session/second-person.tsx'
import { useAnswer } from '../../ui/use-answer.ts'
import { useHotkeys } from '../../ui/use-hotkeys.ts'
import type { PharmacyBridge } from '../pharmacy-bridge.ts'
import { Choice } from '../../ui/choice.tsx'
import { medicineText, quantityText } from './dose-text.ts'
import { asksTwo, asksWhy } from './plan.ts'
import type { Plan } from './plan.ts'
import type { Said } from './use-giving.ts'
import { WarningNote } from './warning-notes.tsx'

const answers = ['doctor', 'ended', 'lost', 'own'] as const
type Answer = (typeof answers)[number]

interface Why {
  readonly answer: Answer | null
  readonly words: string
}

const nothing: Why = { answer: null, words: '' }

interface WhyProps {
  readonly plan: Plan
  readonly row: number
  readonly why: Why
  readonly focus: boolean
  readonly onWhy: (why: Why) => void
}

function WhyBox({ plan, row, why, focus, onWhy }: WhyProps) {
  const { t } = useText()
  const { line } = plan
  const medicine = medicineText(line.medicine)
  const asked = line.warnings.filter(needsReason)
  const fits = (value: Answer): boolean => value !== 'lost' || asked.some(({ kind }) => kind === 'duplicate')
  const textOf = (value: Answer): string =>
    value === 'own' ? t('pharmacy.emergency.reason.own') : t(`safety.check.why.${value}`)
  return (
    <div className="check-why">
      {asked.map((warning) => (
        <WarningNote
          key={`${warning.kind} ${warning.other.code}`}
          warning={warning}
          medicine={medicine}
          row={row}
          isAsked={false}
        />
      ))}
      <Choice
        label={t('safety.check.why', { medicine })}
        value={why.answer}
        focus={focus}
        choices={answers.filter(fits).map((value) => ({ value, text: textOf(value) }))}
        onChange={(answer) => onWhy({ ...why, answer })}
      />
      {why.answer === 'own' ? (
        <Field
          label={t('pharmacy.emergency.reason.own')}
          value={why.words}
          onChange={(words) => onWhy({ ...why, words })}
          maxLength={200}
          // It opens because somebody chose to type in it.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
        />
      ) : null}
    </div>
  )
}

interface SeenByProps {
  readonly hims: PharmacyBridge
  readonly plans: readonly Plan[]
  readonly second: Second
  readonly focus: boolean
  readonly onChange: (second: Second) => void
}

function SeenBy({ hims, plans, second, focus, onChange }: SeenByProps) {
  const { t } = useText()
  const witnesses = secondPeople(useAnswer('', () => hims.ask['supply.witnesses']({})))
  return (
    <div className="check-why">
      {plans.map(({ line: { item, medicine }, give }) => (
        <Note key={item.id} kind="care" title={t('safety.check.two', { medicine: medicineText(medicine) })}>
          <p>{quantityText(t, medicine.form, give)}</p>
        </Note>
      ))}
      <SecondPerson
        hims={hims}
        people={witnesses}
        label={t('pharmacy.emergency.witness')}
        nobody={t('pharmacy.emergency.nobody')}
        second={second}
        focus={focus}
        onChange={onChange}
      />
    </div>
  )
}

interface Props {
  readonly hims: PharmacyBridge
  readonly plans: readonly Plan[]
  readonly busy: boolean
  readonly problem: ReactNode
  readonly onGive: (said: Said) => void
  readonly onBack: () => void
}

/** What has to be looked at again before it is given: why, and by whom else. */
export function CheckScreen({ hims, plans, busy, problem, onGive, onBack }: Props) {
  const { t } = useText()
  const [whys, setWhys] = useState<Readonly<Record<string, Why>>>({})
  const [second, setSecond] = useState(nobodyYet)
  const asked = plans.flatMap((plan, at) => (asksWhy(plan) ? [{ plan, row: at + 1 }] : []))
  const listed = plans.filter(asksTwo)
  const reasonOf = (id: string): string => {
    const { answer, words } = whys[id] ?? nothing
    if (answer === null) return ''
    return answer === 'own' ? words.trim() : t(`safety.check.why.${answer}`)
  }
  const ready = readySecond(second)
  const isSeen = listed.length === 0 || ready !== null
  const isReady = isSeen && asked.every(({ plan }) => reasonOf(plan.line.item.id) !== '')
  const submit = () => {
    if (!isReady || busy) return
    const reasons = Object.fromEntries(asked.map(({ plan }) => [plan.line.item.id, reasonOf(plan.line.item.id)]))
    onGive({ reasons, second: listed.length === 0 || ready === null ? null : { witness: ready.id, pin: ready.pin } })
    setSecond({ ...second, pin: '' })
  }
  useHotkeys({ Escape: onBack, Enter: submit, 'Ctrl+Enter': submit })
  const count = plans.filter(({ give }) => give > 0).length
  return (
    <section className="panel emergency" aria-label={t('safety.check.title')}>
      <header className="emergency-head">
        <StateShape kind="stop" size="huge" />
        <div>
          <h2>{t('safety.check.title')}</h2>
          <p>{t('safety.check.lead')}</p>
        </div>
      </header>
      {/* A region that scrolls must be reachable by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="scroll emergency-form" tabIndex={0}>
        {asked.map(({ plan, row }, at) => (
          <WhyBox
            key={plan.line.item.id}
            plan={plan}
            row={row}
            why={whys[plan.line.item.id] ?? nothing}
            focus={at === 0}
            onWhy={(why) => setWhys((before) => ({ ...before, [plan.line.item.id]: why }))}
          />
        ))}
        {listed.length === 0 ? null : (
          <SeenBy hims={hims} plans={listed} second={second} focus={asked.length === 0} onChange={setSecond} />
        )}
      </div>
      <div className="emergency-told">{problem}</div>
      <div className="pick-actions">
        <div className="grow">
          {isReady && !busy ? (
            <ActionButton kind="go" cap="Enter" size="tall" block onPress={submit}>
              {t('pharmacy.give', { count })}
            </ActionButton>
          ) : (
            <ActionButton kind="later" cap="Enter" size="tall" block under={busy ? null : t('safety.check.missing')}>
              {busy ? t('pharmacy.giving') : t('pharmacy.give', { count })}
            </ActionButton>
          )}
        </div>
        <ActionButton cap="Esc" size="tall" onPress={onBack}>
          {t('pharmacy.emergency.back')}
        </ActionButton>
      </div>
    </section>
  )
}
