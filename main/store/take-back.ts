import { OperatorId } from '../../domain/id.ts'
import { groupOf, groupsOf, sameGroups, withGroups } from '../../domain/person/person-group.ts'
import { personGroups } from '../../domain/person/person-change.ts'
import type { PersonChange } from '../../domain/person/person-change.ts'
import { MutationBody } from '../../domain/wire/sync.ts'
import type { MutationResult } from '../../domain/wire/sync.ts'
import type { TableName } from '../../domain/wire/table.ts'
import { directoryBack } from './directory-back.ts'
import type { RowOf } from './shared-shape.ts'
import type { Store } from './store.ts'

/** HIMS's own name where a matter settled itself. */
const itself = OperatorId.parse('hims')

/**
 * What this terminal showed already and HIMS did not make so: the row becomes again what HIMS has, which may never send
 * it, because at HIMS nothing changed.
 */
export function takeBack(store: Store, result: MutationResult): TableName | readonly TableName[] | null {
  if (result.kind === 'applied' && result.note !== 'review' && result.note !== 'merged') return null
  const row = store.outbox.numbered(result.n)
  const body = row === null ? null : MutationBody.safeParse(JSON.parse(row.body))
  if (row === null || body?.success !== true) return null
  const said = body.data
  if (said.kind === 'person.changed') return asItWas(store, said.change)
  if (result.kind === 'applied') return null
  if (said.kind === 'directory.changed') return directoryBack(store, said.rows)
  if (said.kind === 'person.linked') {
    const link = store.shared.person_link.get(said.link.id)
    if (link === null || link.undone !== null) return null
    return put(store, 'person_link', { ...link, undone: { at: row.at, by: itself, reason: result.reason } })
  }
  if (said.kind === 'review.decided') {
    const review = store.shared.review.get(said.reviewId)
    return review === null ? null : put(store, 'review', { ...review, decided: null })
  }
  return null
}

/** Each group that still shows what was said goes back; a newer correction of it stays. */
function asItWas(store: Store, { personId, was, set }: PersonChange): TableName | null {
  const person = store.shared.person.get(personId)
  if (person === null) return null
  const shown = groupsOf(person)
  const back = personGroups
    .filter((group) => sameGroups(groupOf(shown, group), groupOf(set, group)))
    .reduce((all, group) => withGroups(all, groupOf(was, group)), person)
  const changed = put(store, 'person', back)
  store.index.take({ added: [], above: 0, changed: [back] })
  return changed
}

function put<Name extends TableName>({ shared }: Store, name: Name, row: RowOf<Name>): Name {
  const table = shared[name]
  const id = table.keyOf(row)
  table.put({ row, version: table.versionOf(id) ?? 0, raw: null })
  return name
}
