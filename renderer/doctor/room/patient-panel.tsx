import type { PatientView } from '../../../contract/doctor.ts'
import { medicineText } from '../../pharmacy/pick/dose-text.ts'
import { useText } from '../../text/use-text.tsx'
import { ageSaid, clockText, dayText } from '../../ui/format.ts'
import { PriorityMark } from '../../ui/icon/priority-sign.tsx'
import { PersonNameText } from '../../ui/person-name-text.tsx'
import { AllergyList } from '../allergy-list.tsx'

interface Props {
  readonly patient: PatientView
  readonly today: string
}

/** Number, name, age and sex: whom to look for at the door. */
export function PatientHead({ patient: { line }, today }: Props) {
  const { t, list } = useText()
  const { person } = line
  const age = person === null ? null : ageSaid(person.birth, today)
  return (
    <div className="patient-head">
      <b className="patient-token num">{line.label}</b>
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
        <span className="row wrap">
          <PriorityMark priority={line.priority} />
          {line.doctor === null ? null : <span className="muted">{t('visit.asked-for', { doctor: line.doctor })}</span>}
        </span>
      </div>
    </div>
  )
}

/** What a doctor must know before writing: allergies first. */
export function PatientFacts({ patient: { allergies, running, written } }: Pick<Props, 'patient'>) {
  const { t } = useText()
  return (
    <dl className="patient-facts">
      <dt>{t('visit.allergies')}</dt>
      <dd>
        <AllergyList allergies={allergies} />
      </dd>
      <dt>{t('visit.running')}</dt>
      <dd>
        {running.length === 0 ? (
          <span className="muted">{t('visit.running.none')}</span>
        ) : (
          <ul>
            {running.map(({ medicine, until, writtenOn }) => (
              <li key={`${medicine.code} ${writtenOn}`}>
                <span lang="en">{medicineText(medicine)}</span>{' '}
                <span className="muted meta">{t('visit.running.until', { date: dayText(t, until) })}</span>
              </li>
            ))}
          </ul>
        )}
      </dd>
      {written.length === 0 ? null : (
        <>
          <dt>{t('visit.write.order')}</dt>
          <dd>
            {written.map(({ id, count, at, waiting }) => (
              <p className="tight" key={id}>
                {t('visit.written', { count, time: clockText(new Date(at)) })}{' '}
                {waiting ? <span className="muted">{t('visit.written.waiting')}</span> : null}
              </p>
            ))}
          </dd>
        </>
      )}
    </dl>
  )
}
