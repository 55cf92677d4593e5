import type { ReactNode } from 'react'

import type { Person } from '../../domain/person/person.ts'
import { AgeMark } from './age-mark.tsx'
import { KeyCap } from './key-cap.tsx'
import { PersonNameText } from './person-name-text.tsx'

interface Props {
  readonly id: string
  readonly cap: string | null
  readonly person: Person
  readonly today: string
  readonly selected: boolean
  readonly matched?: boolean
  /** Parent, place, last visit. */
  readonly about: ReactNode
  readonly end: ReactNode
  readonly onChoose: () => void
}

/** One person in a list that a search box points into (`aria-activedescendant`). */
export function PersonRow({ id, cap, person, today, selected, matched = false, about, end, onChoose }: Props) {
  return (
    // The keyboard reaches rows through the box that owns the list: arrows, Ctrl and digit, Enter.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/prefer-tag-over-role
    <div id={id} role="option" tabIndex={-1} aria-selected={selected} className="person-row" onClick={onChoose}>
      <span>{cap === null ? null : <KeyCap name={cap} />}</span>
      <AgeMark birth={person.birth} sex={person.sex} today={today} />
      <div>
        <PersonNameText name={person.name} matched={matched} />
        <div className="about">{about}</div>
      </div>
      {end}
    </div>
  )
}
