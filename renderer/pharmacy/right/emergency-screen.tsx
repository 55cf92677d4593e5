import { useEffect, useRef, useState } from 'react'

import type { Refusal } from '../../../contract/channel.ts'
import type { JobId } from '../../../domain/id.ts'
import { unreachable } from '../../../domain/result.ts'
import type { Text } from '../../../domain/text/catalogue.ts'
import { useText } from '../../text/use-text.tsx'
import { answered } from '../../ui/ask.ts'
import { ActionButton } from '../../ui/button.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { Field } from '../../ui/field.tsx'
import { clockText } from '../../ui/format.ts'
import { StateShape } from '../../ui/icon/state-shape.tsx'
import { onlyDigits } from '../../../domain/latin-digits.ts'
import { Note } from '../../ui/note.tsx'
import { nobodyYet, readySecond, secondPeople, SecondPerson } from '../../ui/session/second-person.tsx'
import { useAnswer } from '../../ui/use-answer.ts'
import { useHotkeys } from '../../ui/use-hotkeys.ts'
import { amountOf } from '../pick/amount-of.ts'
import { medicineText, monthText, quantityText } from '../pick/dose-text.ts'
import type { Line, List, PharmacyAnswer, PharmacyBridge } from '../pharmacy-bridge.ts'
import { Choice } from '../../ui/choice.tsx'

type Written = List['prescriptions'][number]['prescription']
type Answer = PharmacyAnswer<'supply.give'>
type Problem = Exclude<Answer, { kind: 'given' }> | { readonly kind: 'fault'; readonly refusal: Refusal }

interface Props {
  readonly hims: PharmacyBridge
  readonly line: Line
  readonly prescription: Written
  readonly onGiven: (label: JobId) => void
  readonly onBack: () => void
}

const reasons = ['due', 'closed', 'doctor', 'own'] as const
type Reason = (typeof reasons)[number]

/** The lot that goes first among those that may be given. */
export const lotFor = ({ lots }: Line) =>
  lots
    .filter(({ expired, mark, here }) => !expired && mark === undefined && here > 0)
    .toSorted((one, other) => one.lot.expiry.localeCompare(other.lot.expiry))[0] ?? null

export function problemText(t: Text, problem: Exclude<Problem, { kind: 'fault' }>): string {
  switch (problem.kind) {
    case 'refused':
      return t(`pharmacy.emergency.refused.${problem.reason}`)
    case 'wrong':
      return t('pharmacy.emergency.wrong', { count: problem.triesLeft })
    case 'wait':
      return t('pharmacy.emergency.wait', { time: clockText(new Date(problem.until)) })
    case 'not-saved':
      return t(`pharmacy.not-saved.${problem.cause}`)
    default:
      return unreachable(problem)
  }
}

function useSupplying({ ask }: PharmacyBridge, onGiven: (label: JobId) => void) {
  const under = useRef(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const give = async (asked: Parameters<PharmacyBridge['ask']['supply.give']>[0]) => {
    if (under.current) return
    under.current = true
    setBusy(true)
    setProblem(null)
    const answer = await answered(ask['supply.give'](asked))
    under.current = false
    setBusy(false)
    if (!answer.ok) setProblem({ kind: 'fault', refusal: answer.problem })
    else if (answer.value.kind === 'given') onGiven(answer.value.label)
    else setProblem(answer.value)
  }
  return { busy, problem, give: (asked: Parameters<typeof give>[0]) => void give(asked) }
}

/** Medicine without a right: why, how much, and a second person with their own PIN. Nothing here is done by one key. */
export function EmergencyScreen({ hims, line, prescription, onGiven, onBack }: Props) {
  const { t } = useText()
  const { medicine, emergency: most, item } = line
  const [amount, setAmount] = useState(String(most))
  const [reason, setReason] = useState<Reason | null>(null)
  const [words, setWords] = useState('')
  const [second, setSecond] = useState(nobodyYet)
  const { busy, problem, give } = useSupplying(hims, onGiven)
  const witnesses = secondPeople(useAnswer('', () => hims.ask['supply.witnesses']({})))
  const seenBy = readySecond(second)
  const lot = lotFor(line)
  const quantity = amountOf(amount, most)
  const why = reason === null ? '' : reason === 'own' ? words.trim() : t(`pharmacy.emergency.reason.${reason}`)
  const isReady = lot !== null && quantity !== null && quantity > 0 && why !== '' && seenBy !== null
  const submit = () => {
    if (!isReady || busy) return
    const { id: prescriptionId } = prescription
    give({
      prescriptionId,
      itemId: item.id,
      lotId: lot.lot.id,
      quantity,
      reason: why,
      witness: seenBy.id,
      pin: seenBy.pin,
    })
    setSecond({ ...second, pin: '' })
  }
  useEffect(() => {
    if (most === 0) onBack()
  }, [most, onBack])
  useHotkeys({ Escape: onBack, Enter: submit, 'Ctrl+Enter': submit })
  const amountText = quantityText(t, medicine.form, quantity ?? most)
  return (
    <section className="panel emergency" aria-label={t('pharmacy.emergency')}>
      <header className="emergency-head">
        <StateShape kind="stop" size="huge" />
        <div>
          <h2>{t('pharmacy.emergency.title')}</h2>
          <p>{t('pharmacy.emergency.lead')}</p>
        </div>
      </header>
      {/* A region that scrolls must be reachable by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="scroll emergency-form" tabIndex={0}>
        <p className="emergency-what">
          <b lang="en">{medicineText(medicine)}</b>
          {lot === null ? null : (
            <span className="meta">
              {t('pharmacy.emergency.lot', { lot: lot.lot.lot, date: monthText(t, lot.lot.expiry) })}
            </span>
          )}
        </p>
        <Choice
          label={t('pharmacy.emergency.reason')}
          value={reason}
          focus
          choices={reasons.map((value) => ({ value, text: t(`pharmacy.emergency.reason.${value}`) }))}
          onChange={setReason}
        />
        {reason === 'own' ? (
          <Field
            label={t('pharmacy.emergency.reason.own')}
            value={words}
            onChange={setWords}
            maxLength={200}
            // It opens because somebody chose to type in it.
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
          />
        ) : null}
        <Field
          label={t('pharmacy.emergency.amount')}
          value={amount}
          onChange={(typed) => setAmount(onlyDigits(typed).slice(0, 3))}
          hint={t('pharmacy.emergency.most', { amount: quantityText(t, medicine.form, most) })}
          problem={
            quantity === null || quantity === 0
              ? t('pharmacy.emergency.most', { amount: quantityText(t, medicine.form, most) })
              : null
          }
          numeric
        />
        <SecondPerson
          hims={hims}
          people={witnesses}
          label={t('pharmacy.emergency.witness')}
          nobody={t('pharmacy.emergency.nobody')}
          second={second}
          onChange={setSecond}
        />
      </div>
      <div className="emergency-told">
        {problem === null ? null : problem.kind === 'fault' ? (
          <FaultNote refusal={problem.refusal} />
        ) : (
          <Note kind="stop" title={t('pharmacy.emergency.refused')}>
            <p>{problemText(t, problem)}</p>
          </Note>
        )}
      </div>
      <div className="pick-actions">
        <div className="grow">
          {isReady && !busy ? (
            <ActionButton kind="go" cap="Enter" size="tall" block onPress={submit}>
              {t('pharmacy.emergency.give', { amount: amountText })}
            </ActionButton>
          ) : (
            <ActionButton
              kind="later"
              cap="Enter"
              size="tall"
              block
              under={busy ? null : t('pharmacy.emergency.give.missing')}
            >
              {busy ? t('pharmacy.giving') : t('pharmacy.emergency.give', { amount: amountText })}
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
