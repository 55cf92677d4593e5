import Database from 'better-sqlite3'
import { join } from 'node:path'

import { generateHospital } from '../../build/demo/seed/hospital.ts'
import { desk } from '../../contract/desk.ts'
import type { PersonId } from '../../domain/id.ts'
import { PersonDraft } from '../../domain/person/person.ts'
import type { Person } from '../../domain/person/person.ts'
import { localDay } from '../../main/service/local-time.ts'
import type { FakeTerminal } from '../fake/world.ts'
import type { Figure, Size } from './figure.ts'
import { duel, timeFigures } from './sample.ts'
import { withDesk } from './terminal.ts'

const peerName = 'one plain INSERT, WAL, synchronous=FULL'
const sizes: Readonly<Record<Size, { readonly people: number; readonly saved: number }>> = {
  full: { people: 5000, saved: 200 },
  tiny: { people: 60, saved: 3 },
}

export async function save(size: Size): Promise<readonly Figure[]> {
  const { people: count, saved } = sizes[size]
  const today = localDay(new Date())
  const { people } = generateHospital({ seed: 'bench', today, people: count })
  // The same cast is among the people of every seed, and some are there twice.
  const known = new Set(people.map(({ phone }) => phone))
  const others = generateHospital({ seed: 'bench/new', today, people: saved * 2 + 100 }).people
  const strangers = others
    .filter(({ phone }) => phone === null || (!known.has(phone) && known.add(phone)))
    .slice(-saved)
  return withDesk(people, async ({ terminal, folder }) => {
    const plain = plainTable(folder)
    let distinctFrom: readonly PersonId[] = []
    const samples = await duel(strangers, 0, {
      before: async (person) => void (distinctFrom = await lookAlikes(terminal, person)),
      ours: (person) => register(terminal, person, distinctFrom),
      peer: (person) => plain.insert(person),
    })
    plain.close()
    const warm = { ours: samples.ours.slice(WARM_UP), peer: samples.peer.slice(WARM_UP) }
    return timeFigures('person saved', peerName, size === 'full' ? warm : samples)
  })
}

/** Nobody can be saved twice, so the first ones warm up and are left out. */
const WARM_UP = 30

const draftOf = (person: Person): PersonDraft => PersonDraft.strip().parse(person)

/** Whom the clerk has looked at before saving and called somebody else. */
async function lookAlikes(terminal: FakeTerminal, person: Person): Promise<readonly PersonId[]> {
  const likely = await terminal.want('person.likely', draftOf(person))
  return desk.channels['person.likely'].output.parse(likely).map((hit) => hit.person.id)
}

async function register(terminal: FakeTerminal, person: Person, distinctFrom: readonly PersonId[]): Promise<void> {
  const answer = await terminal.want('person.register', { draft: draftOf(person), distinctFrom })
  const saved = typeof answer === 'object' && answer !== null && 'kind' in answer && answer.kind === 'saved'
  if (!saved) throw new Error('A newcomer was not saved')
}

/** On the same disk, just as durable: one file, one table, one row. */
function plainTable(folder: string) {
  const database = new Database(join(folder, 'plain.db'))
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.exec('CREATE TABLE person (id TEXT PRIMARY KEY, latin TEXT, phone TEXT, body TEXT)')
  const insert = database.prepare('INSERT INTO person VALUES (?, ?, ?, ?)')
  return {
    insert: (person: Person) => insert.run(person.id, person.name.latin, person.phone, JSON.stringify(person)),
    close: () => void database.close(),
  }
}
