import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { uuidV7 } from '../domain/id.ts'
import type { Person } from '../domain/person/person.ts'
import { nextHlc } from '../domain/time/hlc.ts'
import { writeCbor } from '../domain/wire/codec/cbor-write.ts'
import { writePage } from '../domain/wire/codec/page.ts'
import { makePeople } from './demo/seed/people.ts'
import { randomFrom } from './demo/seed/random.ts'

/*
 * How a dictionary of the wire is made; it is done once for each number, by hand, and its file is kept for ever:
 *
 *   node build/wire-sample.ts samples FOLDER
 *   zstd --train FOLDER/* -o FOLDER.dictionary --maxdict=32768 --dictID=NUMBER
 *   node build/wire-sample.ts file FOLDER.dictionary NUMBER
 */

const SAMPLES = 4000
const START = Date.parse('2026-03-01T03:30:00.000Z')
const STEP = 4 * 60_000

const newId = (at: number): string => uuidV7(at, randomBytes(10))
const departments = ['medicine', 'heart', 'bone', 'surgery', 'child', 'women', 'eye', 'ear', 'skin', 'tooth']

/** What desks and pharmacies say all day, the everyday things more often. */
function bodyOf(person: Person, n: number, at: number): object {
  const moment = new Date(at).toISOString()
  const terminal = newId(START)
  const ids = { id: newId(at), personId: newId(at - STEP) }
  const department = departments[n % departments.length] ?? ''
  switch (n % 8) {
    case 0:
    case 1:
    case 2:
      return { kind: 'person.registered', person: { ...person, id: newId(at), registeredAt: moment } }
    case 3: {
      const day = moment.slice(0, 10)
      const token = { department, day, prefix: department.slice(0, 1).toUpperCase(), number: 100 + (n % 300) }
      return { kind: 'visit.opened', visit: { ...ids, token, openedAt: moment, terminal } }
    }
    case 4: {
      const cardId = randomBytes(8).toString('hex')
      const days = { issued: moment.slice(0, 10), expires: `2027-${moment.slice(5, 10)}` }
      const card = { cardId, personId: ids.personId, statusIndex: n, ...days, status: 'active', profile: 'P-ID' }
      return { kind: 'card.issued', card: { ...card, term: n % 16 < 8 ? 'temporary' : 'permanent' } }
    }
    case 5: {
      const what = { rightId: newId(at - STEP), itemId: newId(at - STEP), prescriptionId: newId(at - STEP) }
      const given = { lotId: `lot-${n % 90}`, quantity: 1 + (n % 30), at: moment, operator: 'op-1', terminal }
      return { kind: 'dispense.recorded', dispense: { id: newId(at), ...what, personId: ids.personId, ...given } }
    }
    case 6: {
      const { phone, address } = person
      const change = { personId: ids.personId, at: nextHlc(null, at, terminal), source: 'clerk' }
      const [was, set] =
        n % 16 < 8 ? [{ phone: null }, { phone }] : [{ address: { ...address, house: '' } }, { address }]
      return { kind: 'person.changed', change: { ...change, was, set } }
    }
    default:
      return { kind: 'card.seen', seen: [{ cardId: randomBytes(8).toString('hex'), at: moment }] }
  }
}

function writeSamples(folder: string): void {
  mkdirSync(folder, { recursive: true })
  const people = makePeople(randomFrom('wire'), '2026-03-01', SAMPLES)
  for (const [n, person] of people.entries()) {
    const at = START + n * STEP
    const mutation = { n: n + 1, id: newId(at), at: new Date(at).toISOString(), body: bodyOf(person, n, at) }
    const page = [{ cursor: n + 1, table: 'person', id: person.id, version: 1, row: person }]
    writeFileSync(join(folder, `push-${n}`), writeCbor({ epoch: 1, mutations: [mutation] }))
    if (n % 10 === 0) writeFileSync(join(folder, `page-${n}`), writePage(page))
  }
}

function writeDictionary(path: string, number: string): void {
  const text = readFileSync(path).toString('base64')
  const file = join(import.meta.dirname, `../domain/wire/codec/dictionary-${number}.ts`)
  const comment = `Dictionary ${number} of the wire, in base64: how it was trained stands in build/wire-sample.ts. It never changes.`
  writeFileSync(file, `/** ${comment} */\nexport const dictionary${number} =\n  '${text}'\n`)
}

const [verb, path = '', number = ''] = process.argv.slice(2)
if (verb === 'samples' && path !== '') writeSamples(path)
else if (verb === 'file' && /^\d+$/.test(number)) writeDictionary(path, number)
else {
  console.error('node build/wire-sample.ts samples FOLDER | file DICTIONARY NUMBER')
  process.exitCode = 2
}
