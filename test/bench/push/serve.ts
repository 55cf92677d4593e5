import { createHash, randomBytes } from 'node:crypto'
import { createInterface } from 'node:readline'

import { openHims } from '../../../hims/open.ts'
import { himsServer } from '../../../hims/server.ts'
import { benchTerminal } from './said.ts'

/** A HIMS in a process of its own: prints its port, then at every line what it holds. */
const [database = '', terminals = '0'] = process.argv.slice(2)
const hims = await openHims({ database, now: Date.now, random: randomBytes, keyFile: process.argv[4] })
const four = (en: string) => ({ en, hi: en, pa: en, ur: en })
await hims.load([{ table: 'facility', row: { code: 'bench', name: four('Bench') } }])
const { store } = hims.inside
for (let number = 1; number <= Number(terminals); number++) {
  const { id, publicKey } = benchTerminal(number)
  const facts = { role: 'desk', label: `Bench ${number}`, facility: 'bench', epoch: 1, last_n: 0 } as const
  await store
    .insertInto('terminal')
    .values({ id, number, public_key: publicKey, ...facts, enrolled_at: new Date().toISOString(), retired_at: null })
    .execute()
}
const server = himsServer(hims)
const address = await server.listen({ host: '127.0.0.1', port: 0 })
console.log(JSON.stringify({ port: Number(new URL(address).port) }))

async function held(): Promise<object> {
  const rows = await store.selectFrom('record').select(['id', 'cursor']).where('name', '=', 'person').execute()
  const { said } = await store
    .selectFrom('mutation')
    .select(({ fn }) => fn.countAll<number>().as('said'))
    .executeTakeFirstOrThrow()
  const { pushed } = await store
    .selectFrom('pushed')
    .select(({ fn }) => fn.countAll<number>().as('pushed'))
    .executeTakeFirstOrThrow()
  const digest = createHash('sha256')
  for (const id of rows.map((row) => row.id).toSorted()) digest.update(id)
  const cursors = new Set(rows.map(({ cursor }) => cursor)).size
  return { people: rows.length, cursors, said, pushed, digest: digest.digest('hex') }
}

for await (const line of createInterface({ input: process.stdin })) {
  if (line === 'end') break
  console.log(JSON.stringify({ ...(await held()), cpu: process.cpuUsage() }))
}
await server.close()
await hims.close()
process.exit(0)
