import type { z } from 'zod'

import type { registerChannels } from '../../contract/register.ts'
import { MutationId } from '../../domain/id.ts'
import type { PersonId } from '../../domain/id.ts'
import type { FamilyLink } from '../../domain/person/family-link.ts'
import { newbornDraft } from '../../domain/person/newborn.ts'
import type { Person } from '../../domain/person/person.ts'
import type { Write } from '../store/save.ts'
import { writeBand } from './band-desk.ts'
import type { Bench } from './bench.ts'
import { personHere } from './person-view.ts'
import { writePerson } from './register-person.ts'

type Channel = (typeof registerChannels)['person.baby']
type Answer = z.input<Channel['output']>

/** Registers babies of a mother who is here: records, family links and wristbands in one commit. */
export function registerBabies(bench: Bench, { mother: id, babies, on, others }: z.output<Channel['input']>): Answer {
  const mother = personHere(bench.store, id)
  if (mother === null) return { kind: 'gone' }
  const before = bornOn(bench, mother, on)
  if (before.length > 0 && !others) return { kind: 'already', people: [...before] }
  const first = before.length
  const several = first + babies.length > 1
  const saved = bench.save((write) => {
    const people = babies.map(({ sex }, at) => {
      const order = several ? first + at + 1 : null
      const baby = writePerson(bench, write, newbornDraft(mother, { sex, on, order }))
      linkToMother(bench, write, baby.id, mother)
      return baby
    })
    return { people, jobs: people.flatMap((baby) => writeBand(bench, write, baby) ?? []) }
  })
  return saved.ok ? { kind: 'saved', ...saved.value } : { kind: 'not-saved', cause: saved.problem }
}

function linkToMother(bench: Bench, write: Write, baby: PersonId, mother: Person): void {
  const session = bench.session()
  if (session.kind !== 'unlocked') return
  const link: FamilyLink = {
    id: bench.newId(),
    person: baby,
    relative: mother.id,
    relation: 'parent',
    at: write.at,
    by: session.operator,
    ended: null,
  }
  write.put('family_link', link)
  write.tellHims(MutationId.parse(bench.newId()), { kind: 'family.linked', link }, mother.name.latin)
}

/** Children of this mother who were born on this day, so that nobody is registered twice. */
const bornOn = ({ store }: Bench, mother: Person, on: string): readonly Person[] =>
  store.people
    .children(mother.id)
    .filter(({ birth, bornTo }) => bornTo !== undefined && birth.kind === 'date' && birth.on === on)
