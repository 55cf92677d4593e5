import type { PersonId } from '../../../domain/id.ts'
import { useText } from '../../text/use-text.tsx'
import { typedDay, readDay } from '../../ui/day-text.ts'
import { Field } from '../../ui/field.tsx'
import { dayText } from '../../ui/format.ts'
import { Note } from '../../ui/note.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Tick } from '../../ui/tick.tsx'
import { Written } from '../../ui/written.tsx'
import type { DeskAnswer } from '../desk-bridge.ts'

export type Due = DeskAnswer<'batch.people'>
export const ways = ['ends-before', 'registered-on'] as const
export type By = (typeof ways)[number]

interface WhomProps {
  readonly by: By
  readonly typed: string
  readonly onBy: (by: By) => void
  readonly onType: (typed: string) => void
}

/** Which people the list is to hold. */
export function BatchWhom({ by, typed, onBy, onType }: WhomProps) {
  const { t } = useText()
  const day = readDay(typed)
  return (
    <div className="batch-whom">
      <Segmented
        label={t('cards.batch.by')}
        segments={ways.map((value, at) => ({ value, label: t(`cards.batch.by.${value}`), cap: String(at + 1) }))}
        value={by}
        onChange={onBy}
      />
      <Field
        label={t('cards.batch.day')}
        value={typed}
        onChange={onType}
        problem={day === null && typed.length >= 8 ? t('cards.batch.day.unread') : null}
        hint={day === null ? typedDay('2026-11-22') : dayText(t, day)}
        maxLength={10}
        numeric
        // The day is what this list begins with.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
      />
    </div>
  )
}

interface ListProps {
  readonly due: Due
  readonly chosen: ReadonlySet<PersonId>
  readonly onChoose: (chosen: ReadonlySet<PersonId>) => void
}

/** Who has only a temporary card: each is ticked or not. */
export function BatchPeople({ due, chosen, onChoose }: ListProps) {
  const { t } = useText()
  const turn = (id: PersonId, on: boolean) =>
    onChoose(new Set(on ? [...chosen, id] : [...chosen].filter((each) => each !== id)))
  if (due.people.length === 0) return <p className="sheet-empty muted">{t('cards.batch.none')}</p>
  return (
    <div className="batch-people">
      {due.people.map(({ person, age, shortCode, expires }) => (
        <Tick key={person.id} checked={chosen.has(person.id)} onChange={(on) => turn(person.id, on)}>
          <b>
            <Written text={person.name.latin} />
          </b>{' '}
          <span className="meta muted">
            <span className="num">{age}</span> · <span className="num">{shortCode}</span> ·{' '}
            {t('cards.batch.ends', { day: dayText(t, expires) })}
          </span>
        </Tick>
      ))}
      {due.more ? <Note kind="plain">{t('cards.batch.more')}</Note> : null}
    </div>
  )
}
