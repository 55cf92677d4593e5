import { useState } from 'react'

import type { WriteStop } from '../../../contract/doctor.ts'
import type { RoomQuestion } from '../../../contract/order.ts'
import type { AskAnswer } from '../../../domain/pharmacy/order-event.ts'
import type { Medicine } from '../../../domain/pharmacy/medicine.ts'
import { useText } from '../../text/use-text.tsx'
import { ActionButton } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { NotDoneNote } from '../../ui/not-done-note.tsx'
import { Note } from '../../ui/note.tsx'
import { Scroll } from '../../ui/scroll.tsx'
import { useHotkeys } from '../../ui/use-hotkeys.ts'
import { useOnce } from '../../ui/use-once.ts'
import type { Fault } from '../../ui/use-once.ts'
import type { DoctorAnswer, DoctorBridge } from '../doctor-bridge.ts'
import type { DraftItem } from '../doctor-state.ts'
import { ItemForm } from '../write/item-form.tsx'
import { MedicineFind } from '../write/medicine-find.tsx'
import { stopText } from '../write/order-panel.tsx'
import { QuestionFacts } from './question-facts.tsx'

type Answer = DoctorAnswer<'question.answer'>
type Item = Pick<DraftItem, 'medicine' | 'dose' | 'days' | 'quantity'>

interface Props {
  readonly hims: DoctorBridge
  readonly questions: readonly RoomQuestion[]
  readonly isOnline: boolean
  readonly now: Date
  readonly again: () => void
}

/** What came of the last answer; it stays while the next question is read. */
function Told({ told, isOnline }: { readonly told: Answer | Fault | null; readonly isOnline: boolean }) {
  const { t } = useText()
  if (told === null) return null
  if (told.kind === 'noted') {
    return (
      <Note kind={isOnline ? 'ok' : 'wait'} title={t(isOnline ? 'order.answer.said' : 'order.answer.said.offline')} />
    )
  }
  if (told.kind === 'stopped') return <StopNote stop={told.stop} />
  return <NotDoneNote why={told} changed={t('order.changed')} />
}

function StopNote({ stop }: { readonly stop: WriteStop }) {
  const { t } = useText()
  return <Note kind="stop" title={stopText(t, stop)} />
}

interface AnswersProps {
  readonly question: RoomQuestion
  readonly busy: boolean
  readonly onAnswer: (answer: AskAnswer, item: Item | null) => void
  readonly onOther: () => void
}

/** One key each, where the answer can be given: an allergy is not answered with the same medicine. */
function Answers({ question: { instead, why }, busy, onAnswer, onOther }: AnswersProps) {
  const { t } = useText()
  const kind = busy ? 'later' : 'plain'
  return (
    <div className="steps-now">
      {instead === null ? null : (
        <ActionButton
          kind={busy ? 'later' : 'go'}
          size="big"
          block
          cap="1"
          onPress={() => onAnswer('instead', instead.instead)}
        >
          {t('order.answer.instead')}
        </ActionButton>
      )}
      <div className="steps-more">
        {why === 'allergy' ? null : (
          <ActionButton kind={kind} block cap="2" onPress={() => onAnswer('as-written', null)}>
            {t('order.answer.as-written')}
          </ActionButton>
        )}
        <ActionButton kind={kind} block cap="3" onPress={() => onAnswer('none', null)}>
          {t('order.answer.none')}
        </ActionButton>
        <ActionButton kind={kind} block cap="4" onPress={onOther}>
          {t('order.answer.other')}
        </ActionButton>
      </div>
    </div>
  )
}

interface OtherProps {
  readonly hims: DoctorBridge
  readonly onWrite: (item: Item) => void
  readonly onBack: () => void
}

/** Another medicine than was proposed, written as in an order. */
function Other({ hims, onWrite, onBack }: OtherProps) {
  const { t } = useText()
  const [medicine, setMedicine] = useState<Medicine | null>(null)
  useHotkeys(medicine === null ? { Escape: onBack } : {})
  if (medicine !== null) {
    return <ItemForm key={medicine.code} medicine={medicine} onBack={() => setMedicine(null)} onAdd={onWrite} />
  }
  return (
    <>
      <MedicineFind hims={hims} onChoose={setMedicine} />
      <ActionButton cap="Esc" onPress={onBack}>
        {t('visit.back')}
      </ActionButton>
    </>
  )
}

interface OneProps extends Omit<Props, 'questions' | 'again'> {
  readonly question: RoomQuestion
  readonly told: Answer | Fault | null
  readonly onTold: (told: Answer | Fault) => void
}

function OneQuestion({ hims, question, isOnline, now, told, onTold }: OneProps) {
  const { t } = useText()
  const [words, setWords] = useState('')
  const [isOther, setOther] = useState(false)
  const { busy, run } = useOnce<Answer>(onTold)
  const onAnswer = (answer: AskAnswer, item: Item | null) => {
    const { prescriptionId, id } = question
    const only =
      item === null ? null : { medicine: item.medicine, dose: item.dose, days: item.days, quantity: item.quantity }
    run(() => hims.ask['question.answer']({ prescriptionId, question: id, answer, item: only, words: words.trim() }))
  }
  return (
    <section className="panel room-now" aria-label={t('order.answer')}>
      <Scroll label={t('order.answer')}>
        <Told told={told} isOnline={isOnline} />
        <QuestionFacts question={question} now={now} />
        {isOther ? (
          <Other
            hims={hims}
            onBack={() => setOther(false)}
            onWrite={(item) => {
              setOther(false)
              onAnswer('instead', item)
            }}
          />
        ) : (
          <Field label={t('order.ask.words')} value={words} onChange={setWords} maxLength={200} />
        )}
      </Scroll>
      {isOther ? (
        <span />
      ) : (
        <Answers question={question} busy={busy} onAnswer={onAnswer} onOther={() => setOther(true)} />
      )}
    </section>
  )
}

/** What pharmacies ask this doctor: the oldest first, and one key for each answer. */
export function QuestionScreen({ hims, questions, isOnline, now, again }: Props) {
  const { t } = useText()
  const [told, setTold] = useState<Answer | Fault | null>(null)
  const [question] = questions
  return (
    <div className="questions">
      <h1 className="spoken-only">{t('order.questions', { count: questions.length })}</h1>
      {question === undefined ? (
        <section className="panel room-now" aria-label={t('order.questions', { count: 0 })}>
          <Scroll label={t('order.questions', { count: 0 })}>
            <Told told={told} isOnline={isOnline} />
            <Note kind="ok" title={t('order.questions.none')} />
          </Scroll>
        </section>
      ) : (
        <OneQuestion
          key={question.id}
          hims={hims}
          question={question}
          isOnline={isOnline}
          now={now}
          told={told}
          onTold={(came) => {
            setTold(came)
            again()
          }}
        />
      )}
    </div>
  )
}
