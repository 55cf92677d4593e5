import type { RoomQuestion } from '../../../contract/order.ts'
import type { Instead } from '../../../domain/pharmacy/order-event.ts'
import type { Medicine } from '../../../domain/pharmacy/medicine.ts'
import { doseText, foodText, medicineText, quantityText } from '../../pharmacy/pick/dose-text.ts'
import { WarningNote } from '../../pharmacy/pick/warning-notes.tsx'
import { useText } from '../../text/use-text.tsx'
import { ageSaid, dayOf, momentText } from '../../ui/format.ts'
import { Note } from '../../ui/note.tsx'
import { PersonNameText } from '../../ui/person-name-text.tsx'
import { AllergyList } from '../allergy-list.tsx'

interface Props {
  readonly question: RoomQuestion
  readonly now: Date
}

function Ordered({
  medicine,
  code,
  item,
}: {
  readonly medicine: Medicine | null
  readonly code: string
  readonly item: Omit<Instead, 'medicine'>
}) {
  const { t, list } = useText()
  if (medicine === null) return <b lang="en">{code}</b>
  const food = foodText(t, item.dose.food)
  const said = [
    doseText(t, medicine.form, item.dose),
    ...(food === null ? [] : [food]),
    t('visit.write.for-days', { days: item.days }),
    quantityText(t, medicine.form, item.quantity),
  ]
  return (
    <>
      <b lang="en">{medicineText(medicine)}</b>
      <span className="meta under">{list(said)}</span>
    </>
  )
}

function Who({ question, now }: Props) {
  const { t, list } = useText()
  const { person, token } = question
  const age = person === null ? null : ageSaid(person.birth, dayOf(now))
  return (
    <div className="patient-head">
      {token === null ? null : <b className="patient-token num">{token}</b>}
      <div className="stack">
        {person === null || age === null ? (
          <span className="muted">{t('visit.not-here-yet')}</span>
        ) : (
          <>
            <h2>
              <PersonNameText name={person.name} size="head" />
            </h2>
            <span>{list([t(`common.age.${age.unit}`, { count: age.count }), t(`common.sex.${person.sex}`)])}</span>
          </>
        )}
      </div>
    </div>
  )
}

/** Whom a question is about, what was ordered, what the pharmacist says and proposes. */
export function QuestionFacts({ question, now }: Props) {
  const { t } = useText()
  const { allergies, item, medicine, given, why, instead, words, at, by, counter, prescriber, isMine } = question
  const asked = { name: by, counter: counter ?? '', time: momentText(t, new Date(at), now) }
  return (
    <>
      <Who question={question} now={now} />
      <Note kind="care" title={t(`order.why.${why}`)}>
        <p>{t(counter === null ? 'order.question.from.any' : 'order.question.from', asked)}</p>
        {words === '' ? null : (
          <p>
            “<bdi>{words}</bdi>”
          </p>
        )}
      </Note>
      {isMine ? null : <Note kind="wait" title={t('order.question.other', { doctor: prescriber })} />}
      <dl className="patient-facts">
        <dt>{t('visit.allergies')}</dt>
        <dd>
          <AllergyList allergies={allergies} />
        </dd>
        <dt>{t('order.question.ordered')}</dt>
        <dd>
          <Ordered medicine={medicine} code={item.medicine} item={item} />
          {given === 0 || medicine === null ? null : (
            <span className="meta under">
              {t('order.question.given', { amount: quantityText(t, medicine.form, given) })}
            </span>
          )}
        </dd>
        {instead === null ? null : (
          <>
            <dt>{t('order.question.proposes')}</dt>
            <dd>
              <Ordered medicine={instead.medicine} code={instead.instead.medicine} item={instead.instead} />
            </dd>
          </>
        )}
      </dl>
      {instead === null || instead.medicine === null
        ? null
        : instead.warnings.map((warning) => (
            <WarningNote
              key={`${warning.kind} ${warning.other.code}`}
              warning={warning}
              medicine={instead.medicine === null ? '' : medicineText(instead.medicine)}
              row={1}
              isAsked={false}
            />
          ))}
    </>
  )
}
