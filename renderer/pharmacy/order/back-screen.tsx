import { useState } from 'react'

import type { HandOver } from '../../../contract/order.ts'
import type { PersonId } from '../../../domain/id.ts'
import { placeFor } from '../../../domain/pharmacy/give-back-rule.ts'
import { backCauses, packStates } from '../../../domain/pharmacy/order-event.ts'
import { useText } from '../../text/use-text.tsx'
import { ActionButton } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { Field } from '../../ui/field.tsx'
import { momentText } from '../../ui/format.ts'
import { StateShape } from '../../ui/icon/state-shape.tsx'
import { NotSavedNote } from '../../ui/not-saved-note.tsx'
import { Note } from '../../ui/note.tsx'
import { Scroll } from '../../ui/scroll.tsx'
import { nobodyYet, readySecond, secondPeople, SecondPerson } from '../../ui/session/second-person.tsx'
import type { Second } from '../../ui/session/second-person.tsx'
import { latest, useAnswer } from '../../ui/use-answer.ts'
import { useHotkeys } from '../../ui/use-hotkeys.ts'
import { useOnce } from '../../ui/use-once.ts'
import type { Fault } from '../../ui/use-once.ts'
import type { PharmacyAnswer, PharmacyBridge } from '../pharmacy-bridge.ts'
import { amountOf } from '../pick/amount-of.ts'
import { medicineText, quantityText } from '../pick/dose-text.ts'
import { problemText } from '../right/emergency-screen.tsx'

type Answer = PharmacyAnswer<'back.take'>
type Cause = (typeof backCauses)[number]
type State = (typeof packStates)[number]

interface Props {
  readonly hims: PharmacyBridge
  readonly person: PersonId
  readonly now: Date
  readonly round: number
  readonly onDone: () => void
}

function Told({ answer }: { readonly answer: Answer | Fault | null }) {
  const { t } = useText()
  if (answer === null) return null
  if (answer.kind === 'taken') {
    return (
      <Note kind="ok" title={t('order.back.taken')}>
        <p>{t(`order.back.to.${answer.to}`)}</p>
        {answer.mayGiveAgain ? <p>{t('order.back.again')}</p> : null}
      </Note>
    )
  }
  if (answer.kind === 'fault') return <FaultNote refusal={answer.refusal} />
  if (answer.kind === 'not-saved') return <NotSavedNote cause={answer.cause} />
  return (
    <Note kind="stop" title={t('order.back.refused')}>
      <p>{answer.kind === 'refused' ? t(`order.back.refused.${answer.reason}`) : problemText(t, answer)}</p>
    </Note>
  )
}

interface FormProps {
  readonly hims: PharmacyBridge
  readonly handed: HandOver
  readonly answer: Answer | Fault | null
  readonly busy: boolean
  readonly onTake: (asked: Parameters<PharmacyBridge['ask']['back.take']>[0]) => void
  readonly onBack: () => void
}

/** How much came back, why, and in what state; where it goes follows. */
function BackForm({ hims, handed, answer, busy, onTake, onBack }: FormProps) {
  const { t } = useText()
  const { units, isHere, isControlled, medicine, dispenseId } = handed
  const [text, setText] = useState(String(units))
  const [cause, setCause] = useState<Cause | null>(isHere ? null : 'brought-back')
  const [state, setState] = useState<State | null>(null)
  const [second, setSecond] = useState<Second>(nobodyYet)
  const people = secondPeople(useAnswer(isControlled ? 'people' : null, () => hims.ask['supply.witnesses']({})))
  const amount = amountOf(text, units)
  const quantity = amount === 0 ? null : amount
  const seen = isControlled ? readySecond(second) : null
  const isReady = quantity !== null && cause !== null && state !== null && (!isControlled || seen !== null) && !busy
  const take = () => {
    if (quantity === null || cause === null || state === null || busy) return
    const more = seen === null ? {} : { second: { witness: seen.id, pin: seen.pin } }
    setSecond(nobodyYet)
    onTake({ dispenseId, quantity, cause, state, ...more })
  }
  useHotkeys({ Escape: onBack, 'Ctrl+Enter': take })
  const causes = backCauses.filter((each) => isHere || each !== 'by-mistake')
  return (
    <>
      <Scroll label={t('order.back')} className="scroll asking-form">
        <Field
          label={t('order.back.amount')}
          value={text}
          onChange={setText}
          hint={quantityText(t, medicine.form, units)}
          problem={quantity === null ? t('order.back.amount.wrong', { most: units }) : null}
          maxLength={4}
          numeric
          // Whoever chose a medicine says next how much of it came back.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
        />
        <Choice
          label={t('order.back.cause')}
          value={cause}
          choices={causes.map((value) => ({ value, text: t(`order.back.cause.${value}`) }))}
          onChange={setCause}
        />
        {isHere ? null : <p className="muted">{t('order.back.not-here')}</p>}
        <Choice
          label={t('order.back.state')}
          value={state}
          choices={packStates.map((value) => ({ value, text: t(`order.back.state.${value}`) }))}
          onChange={setState}
        />
        {cause === null || state === null ? null : (
          <Note kind="wait" title={t(`order.back.to.${placeFor({ cause, state })}`)} />
        )}
        {isControlled ? (
          <>
            <Note kind="care" title={t('order.back.two')} />
            <SecondPerson
              hims={hims}
              people={people}
              label={t('pharmacy.emergency.witness')}
              nobody={t('pharmacy.emergency.nobody')}
              second={second}
              onChange={setSecond}
            />
          </>
        ) : null}
        <Told answer={answer} />
      </Scroll>
      <div className="pick-actions">
        <div className="grow">
          <ActionButton
            kind={isReady ? 'go' : 'later'}
            cap="Ctrl Enter"
            size="tall"
            block
            {...(isReady ? {} : { under: t('order.back.missing') })}
            onPress={take}
          >
            {t('order.back.save')}
          </ActionButton>
        </div>
        <ActionButton cap="Esc" size="tall" onPress={onBack}>
          {t('pharmacy.emergency.back')}
        </ActionButton>
      </div>
    </>
  )
}

/** What a person was given lately, and what of it came back over the counter. */
export function BackScreen({ hims, person, now, round, onDone }: Props) {
  const { t } = useText()
  const [chosen, setChosen] = useState<string | null>(null)
  const [answer, setAnswer] = useState<Answer | Fault | null>(null)
  const given = useAnswer(`${round} ${person}`, () => hims.ask['back.list']({ personId: person }))
  const list = latest(given) ?? []
  const handed = list.find(({ dispenseId }) => dispenseId === chosen) ?? null
  const { busy, run } = useOnce<Answer>((came) => {
    setAnswer(came)
    if (came.kind === 'taken') setChosen(null)
  })
  useHotkeys(handed === null ? { Escape: onDone } : {})
  const said = ({ medicine, units, lot, at, by }: HandOver): string =>
    t('order.back.given', {
      amount: quantityText(t, medicine.form, units),
      lot,
      moment: momentText(t, new Date(at), now),
      name: by,
    })
  return (
    <section className="panel asking" aria-label={t('order.back')}>
      <header className="asking-head">
        <StateShape kind="care" size="huge" />
        <div>
          <h2>{handed === null ? t('order.back') : medicineText(handed.medicine)}</h2>
          <p>{handed === null ? t('order.back.lead') : said(handed)}</p>
        </div>
      </header>
      {handed === null ? (
        <>
          <Scroll label={t('order.back.which')} className="scroll asking-form">
            <Told answer={answer} />
            {given.kind === 'here' && list.length === 0 ? <p>{t('order.back.none')}</p> : null}
            <ul className="back-list">
              {list.map((each, at) => (
                <li key={each.dispenseId}>
                  <ActionButton
                    block
                    {...(at < 9 ? { cap: String(at + 1) } : {})}
                    under={said(each)}
                    onPress={() => {
                      setAnswer(null)
                      setChosen(each.dispenseId)
                    }}
                  >
                    <span lang="en">{medicineText(each.medicine)}</span>
                  </ActionButton>
                </li>
              ))}
            </ul>
          </Scroll>
          <div className="pick-actions">
            <ActionButton cap="Esc" size="tall" onPress={onDone}>
              {t('pharmacy.emergency.back')}
            </ActionButton>
          </div>
        </>
      ) : (
        <BackForm
          key={handed.dispenseId}
          hims={hims}
          handed={handed}
          answer={answer}
          busy={busy}
          onTake={(asked) => run(() => hims.ask['back.take'](asked))}
          onBack={() => setChosen(null)}
        />
      )}
    </section>
  )
}
