import type { VisitNoted } from '../../../contract/visit.ts'
import type { Prescription } from '../../../domain/pharmacy/prescription.ts'
import { useText } from '../../text/use-text.tsx'
import { ActionButton } from '../../ui/button.tsx'
import { momentText } from '../../ui/format.ts'
import { Note } from '../../ui/note.tsx'
import { useOnce } from '../../ui/use-once.ts'
import type { PharmacyBridge } from '../pharmacy-bridge.ts'
import { medicineText } from '../pick/dose-text.ts'
import type { Plan } from '../pick/plan.ts'

interface Props {
  readonly hims: PharmacyBridge
  readonly prescription: Prescription
  readonly plans: readonly Plan[]
  readonly now: Date
}

type Asked = NonNullable<Plan['line']['question']>

function Answered({ asked, row, now }: { readonly asked: Asked; readonly row: number; readonly now: Date }) {
  const { t } = useText()
  const { answer } = asked
  if (answer === null) return null
  const said = { row, by: answer.by, time: momentText(t, new Date(answer.at), now) }
  return (
    <Note kind={answer.answer === 'none' ? 'stop' : 'ok'} title={t(`order.answered.${answer.answer}`, said)}>
      {answer.words === '' ? null : (
        <p>
          “<bdi>{answer.words}</bdi>”
        </p>
      )}
      {answer.answer === 'instead' ? <p>{t('order.answered.instead.next')}</p> : null}
    </Note>
  )
}

function Waiting({
  asked,
  row,
  hims,
  prescription,
  now,
}: Omit<Props, 'plans'> & { readonly asked: Asked; readonly row: number }) {
  const { t } = useText()
  const { prescriber, id: prescriptionId } = prescription
  const { run } = useOnce<VisitNoted>(() => {})
  const said = { row, doctor: prescriber, time: momentText(t, new Date(asked.at), now) }
  const proposed = asked.instead?.medicine ?? null
  return (
    <Note kind="wait" title={t(asked.isUnsent ? 'order.asked.unsent' : 'order.asked', said)}>
      <p>
        {t(`order.why.${asked.why}`)}
        {proposed === null ? null : ` · ${t('order.proposed', { medicine: medicineText(proposed) })}`}
      </p>
      {asked.words === '' ? null : (
        <p>
          “<bdi>{asked.words}</bdi>”
        </p>
      )}
      <p className="meta">{t(asked.isUnsent ? 'order.asked.unsent.next' : 'order.asked.next', said)}</p>
      <ActionButton onPress={() => run(() => hims.ask['order.withdraw']({ prescriptionId, question: asked.id }))}>
        {t('order.ask.withdraw')}
      </ActionButton>
    </Note>
  )
}

/** What the prescriber was asked and has said about lines of this list, or took back of it. */
export function QuestionNotes({ plans, ...props }: Props) {
  const { t } = useText()
  return plans.map(({ line }, at) => {
    const { question, closed, item, medicine } = line
    const row = at + 1
    if (question !== undefined) {
      return question.answer === null ? (
        <Waiting key={item.id} asked={question} row={row} {...props} />
      ) : (
        <Answered key={item.id} asked={question} row={row} now={props.now} />
      )
    }
    if (closed !== 'taken-back') return null
    return (
      <Note key={item.id} kind="stop" title={t('order.closed', { row, medicine: medicineText(medicine) })}>
        <p>{t('order.closed.next')}</p>
      </Note>
    )
  })
}
