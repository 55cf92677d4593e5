import type { DayLine, ListedNumber } from '../../../contract/day.ts'
import type { PersonId } from '../../../domain/id.ts'
import { useText } from '../../text/use-text.tsx'
import { ActionButton } from '../../ui/button.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { clockText } from '../../ui/format.ts'
import { latest, useAnswer } from '../../ui/use-answer.ts'
import { Written } from '../../ui/written.tsx'
import type { DeskBridge } from '../desk-bridge.ts'

interface Props {
  readonly hims: DeskBridge
  readonly day: string
  readonly number: ListedNumber
  readonly round: number
  readonly onPerson: (id: PersonId) => void
}

function Line({ line, onPerson }: { readonly line: DayLine; readonly onPerson: Props['onPerson'] }) {
  const { t } = useText()
  const { person } = line
  return (
    <li>
      <span className="num muted">{clockText(new Date(line.at))}</span>
      <span className="grow">
        {line.label === '' ? null : (
          <b className="num">
            <bdi>{line.label}</bdi>{' '}
          </b>
        )}
        {person === null ? null : <Written text={person.name} />}
        {line.by === null ? null : (
          <span className="meta muted">
            {' '}
            <Written text={line.by} />
          </span>
        )}
      </span>
      {person === null ? null : (
        <ActionButton kind="bare" label={`${t('day.open.see')} ${person.name}`} onPress={() => onPerson(person.id)}>
          {t('day.open.see')}
        </ActionButton>
      )}
    </li>
  )
}

/** What one number of the day counts. */
export function LineList({ hims, day, number, round, onPerson }: Props) {
  const { t } = useText()
  const answer = useAnswer(`${day} ${number} ${round}`, async () => ({
    number,
    ...(await hims.ask['day.list']({ day, number })),
  }))
  const listed = latest(answer)
  if (answer.kind === 'refused') return <FaultNote refusal={answer.refusal} />
  if (listed === null || listed.number !== number) return <p className="sheet-empty muted">{t('day.loading')}</p>
  if (listed.lines.length === 0) return <p className="sheet-empty muted">{t('day.list.none')}</p>
  return (
    <>
      {listed.more ? <p className="day-part muted">{t('day.list.more')}</p> : null}
      <ul className="day-lines">
        {listed.lines.map((line, at) => (
          <Line key={`${line.at} ${line.label} ${at}`} line={line} onPerson={onPerson} />
        ))}
      </ul>
    </>
  )
}
