import type { PersonId } from '../../../domain/id.ts'
import type { Person } from '../../../domain/person/person.ts'
import { useText } from '../../text/use-text.tsx'
import { ActionButton } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { PersonRow } from '../../ui/person-row.tsx'
import type { Elsewhere } from './use-elsewhere.ts'

interface Props {
  readonly elsewhere: Elsewhere
  readonly today: string
  /** Whom the arrows stand on; null for nobody of these. */
  readonly selected: PersonId | null
  readonly onChoose: (at: number) => void
  readonly onTake: (id: PersonId) => void
}

export const awayId = (person: Person): string => `away-${person.id}`

/** People whom a server knows and this computer did not: under their own heading, after everybody who is here. */
export function ElsewhereList({ elsewhere, today, selected, onChoose, onTake }: Props) {
  const { t, list } = useText()
  if (elsewhere === null || elsewhere.kind === 'not-asked' || elsewhere.kind === 'away') return null
  if (elsewhere.kind !== 'found' || elsewhere.people.length === 0) {
    const said =
      elsewhere.kind === 'asking'
        ? 'register.elsewhere.asking'
        : elsewhere.kind === 'too-many'
          ? 'register.elsewhere.too-many'
          : 'register.elsewhere.nobody'
    return <p className="meta muted elsewhere-said">{t(said)}</p>
  }
  return (
    <section className="elsewhere" aria-label={t('register.elsewhere')}>
      <div className="list-head">
        <b>{t('register.elsewhere')}</b>
        <Chip kind="wait">{t('register.elsewhere.chip')}</Chip>
      </div>
      <div
        // As the list of those who are here.
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
        role="listbox"
        tabIndex={-1}
        aria-label={t('register.elsewhere')}
      >
        {elsewhere.people.map((person, at) => (
          <PersonRow
            key={person.id}
            id={awayId(person)}
            cap={null}
            person={person}
            today={today}
            selected={person.id === selected}
            about={list([person.guardian?.name ?? '', person.address.locality])}
            end={<span />}
            onChoose={() => onChoose(at)}
          />
        ))}
      </div>
      {selected === null ? null : (
        <div className="elsewhere-take">
          <span className="meta muted">{t('register.elsewhere.ask-name')}</span>
          <ActionButton kind="go" cap="Enter" onPress={() => onTake(selected)}>
            {t('register.elsewhere.take')}
          </ActionButton>
        </div>
      )}
    </section>
  )
}
