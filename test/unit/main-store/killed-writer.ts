import { randomBytes } from 'node:crypto'
import { writeSync } from 'node:fs'

import { MutationId } from '../../../domain/id.ts'
import { saving } from '../../../main/store/save.ts'
import { openStore } from '../../../main/store/store.ts'
import { newId, person } from '../main-service/person.ts'

/** Registers people as fast as it can and says each id once it is saved, until it is killed. */
const [folder = '', key = ''] = process.argv.slice(2)
const storeKey = Uint8Array.from(Buffer.from(key, 'hex'))
const opened = openStore({ folder, key: storeKey, role: 'desk', seed: Uint8Array.from(randomBytes(32)) })
if (!opened.ok) throw new Error(opened.problem)
const save = saving(opened.value, { now: () => new Date(), operator: () => null, saved: () => {} })
for (let at = 0; at < 100_000; at++) {
  const row = person({ latin: `Person ${at}` })
  const saved = save((write) => {
    write.put('person', row)
    write.tellHims(MutationId.parse(newId()), { kind: 'person.registered', person: row }, row.name.latin)
    write.audit('person.registered', row.id)
  })
  if (saved.ok) writeSync(1, `${row.id}\n`)
}
