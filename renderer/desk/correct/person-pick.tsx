import { useState } from 'react'

import type { PersonHit } from '../../../contract/desk.ts'
import type { PersonId } from '../../../domain/id.ts'
import type { Person } from '../../../domain/person/person.ts'
import { useText } from '../../text/use-text.tsx'
import { ActionButton } from '../../ui/button.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { Field } from '../../ui/field.tsx'
import { ageSaid, phoneText } from '../../ui/format.ts'
import { PersonNameText } from '../../ui/person-name-text.tsx'
import { useHotkeys } from '../../ui/use-hotkeys.ts'
import type { DeskBridge } from '../desk-bridge.ts'
import { useSearch } from '../find/use-search.ts'

interface Props {
  readonly hims: DeskBridge
  /** What is looked for before anything is typed: those on one phone are often one family. */
  readonly first: string
  readonly except: PersonId
  readonly today: string
  readonly onPick: (person: Person) => void
}

const SHOWN = 5

/** Looks somebody up beside the work on somebody else. */
export function PersonPick({ hims, first, except, today, onPick }: Props) {
  const { t, list } = useText()
  const [query, setQuery] = useState(first)
  const search = useSearch(hims, query, 0)
  const hits = search.hits.filter(({ person }) => person.id !== except).slice(0, SHOWN)
  const about = ({ person }: PersonHit): string => {
    const age = ageSaid(person.birth, today)
    // Its two halves stay on one line.
    const phone = person.phone === null ? '' : phoneText(person.phone).replace(' ', '\u00A0')
    const said = t(`common.age.${age.unit}`, { count: age.count })
    return list([said, t(`common.sex.${person.sex}`), person.address.locality, phone])
  }
  const keys = Object.fromEntries(
    hits.map(({ person }, at) => [`Ctrl+${at + 1}`, () => (search.settled ? onPick(person) : undefined)]),
  )
  useHotkeys(keys)
  return (
    <div className="person-pick">
      <Field
        label={t('merge.pick.label')}
        value={query}
        onChange={setQuery}
        // Whoever opens this looks somebody up.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
      />
      {search.refusal === null ? null : <FaultNote refusal={search.refusal} />}
      {search.settled && hits.length === 0 ? <p className="muted">{t('merge.pick.none')}</p> : null}
      {hits.map((hit, at) => (
        <ActionButton
          key={hit.person.id}
          block
          cap={`Ctrl ${at + 1}`}
          under={about(hit)}
          onPress={() => onPick(hit.person)}
        >
          <PersonNameText name={hit.person.name} />
        </ActionButton>
      ))}
    </div>
  )
}
