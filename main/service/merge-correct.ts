import type { z } from 'zod'

import type { mergeChannels } from '../../contract/merge.ts'
import { MutationId } from '../../domain/id.ts'
import { withSources } from '../../domain/person/merge.ts'
import { changeBetween, withGroups } from '../../domain/person/person-group.ts'
import type { PersonChange, PersonGroups } from '../../domain/person/person-change.ts'
import type { Bench } from './bench.ts'

type Channel = (typeof mergeChannels)['person.correct']
type Corrected = z.input<Channel['output']>

/**
 * Corrects a person's details: the row as it is shown, the stamp that HIMS orders it by and the word to HIMS in one
 * commit. What HIMS sends of this person waits until it has heard of it.
 */
export function correctPerson(bench: Bench, { personId, was, set, sources }: z.output<Channel['input']>): Corrected {
  const person = bench.store.shared.person.get(personId)
  if (person === null) return { kind: 'gone' }
  const change = onlyWhatDiffers(was, set)
  if (change === null) return { kind: 'nothing-changed' }
  const saved = bench.save((write) => {
    const at = bench.store.device.nextHlc(bench.now().getTime())
    const how = sources === undefined ? {} : { sources }
    const told: PersonChange = { personId, at, source: 'clerk', ...change, ...how }
    const corrected = withSources(withGroups(person, change.set), told)
    const id = MutationId.parse(bench.newId())
    const { terminal } = bench.store.device.read()
    const now = bench.session()
    const by = now.kind === 'locked' ? null : now.operator
    write.put('person', corrected)
    if (terminal !== null) {
      write.put('person_edit', { id, personId, at, by, terminal, source: told.source, ...change })
    }
    const word = by === null ? {} : { by }
    write.tellHims(id, { kind: 'person.changed', change: told, ...word }, corrected.name.latin)
    write.audit('person.corrected', personId)
    return corrected
  })
  if (!saved.ok) return { kind: 'not-saved', cause: saved.problem }
  return { kind: 'saved', person: saved.value, ...change }
}

/** Only groups that were on the screen can be corrected. */
function onlyWhatDiffers(was: PersonGroups, set: PersonGroups) {
  const shown = Object.keys(was)
  const asked: PersonGroups = Object.fromEntries(Object.entries(set).filter(([group]) => shown.includes(group)))
  return changeBetween({ ...asked, ...was }, { ...was, ...asked })
}
