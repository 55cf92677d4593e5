import { MutationBody } from '../../../domain/wire/sync.ts'
import type { TableName } from '../../../domain/wire/table.ts'
import { saving } from '../save.ts'
import type { Write } from '../save.ts'
import type { Store } from '../store.ts'

/** Puts back the rows that waiting entries speak of, so that the desk sees its own unsent work before HIMS answers. */
export function retell(store: Store, now: () => Date): void {
  const touch = store.database.prepare('INSERT OR IGNORE INTO outbox_touch (tbl, id, seq) VALUES (?, ?, ?)')
  const save = saving(store, { now, operator: () => null, saved: () => {} })
  save((write) => {
    for (const { seq, body: text } of store.outbox.waiting(-1)) {
      const body = MutationBody.safeParse(JSON.parse(text))
      const touched = body.success ? putBack(write, body.data) : null
      if (touched !== null) touch.run(...touched, seq)
    }
  })
}

/** The others change rows of HIMS, which come from there. */
function putBack(write: Write, body: MutationBody): readonly [TableName, string] | null {
  if (body.kind === 'person.registered') {
    write.put('person', body.person)
    return ['person', body.person.id]
  }
  if (body.kind === 'card.issued') {
    write.put('card', body.card)
    return ['card', body.card.cardId]
  }
  if (body.kind === 'visit.opened') {
    write.put('visit', body.visit)
    return ['visit', body.visit.id]
  }
  if (body.kind === 'dispense.recorded') {
    write.put('dispense', body.dispense)
    return ['dispense', body.dispense.id]
  }
  return null
}
