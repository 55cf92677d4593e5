import { randomBytes } from 'node:crypto'
import { gzipSync } from 'node:zlib'

import { generateHospital } from '../../build/demo/seed/hospital.ts'
import { PersonId, uuidV7 } from '../../domain/id.ts'
import type { Person } from '../../domain/person/person.ts'
import { writeCbor } from '../../domain/wire/codec/cbor-write.ts'
import { writePage } from '../../domain/wire/codec/page.ts'
import { patientOf } from '../../domain/fhir/patient.ts'
import { pack } from '../../sync/zip.ts'
import { figure } from './figure.ts'
import type { Figure, Size } from './figure.ts'
import { quantile } from './sample.ts'

const sizes: Readonly<Record<Size, number>> = { full: 5000, tiny: 40 }

const START = Date.parse('2026-11-22T04:00:00.000Z')
const newId = (at: number): string => uuidV7(at, randomBytes(10))
const moment = (at: number): string => new Date(at).toISOString()

/** Bytes of the body of one push, and of a row in a page of 5,000, beside the same in JSON and in FHIR R4. */
export async function bytes(size: Size): Promise<readonly Figure[]> {
  const count = sizes[size]
  const { people } = generateHospital({ seed: 'bench/bytes', today: '2026-11-22', people: count + 100 })
  // The people of every seed begin with the same cast, some of whom the dictionary knows.
  const strangers = people.slice(-count)
  const pushes = strangers.map((person, at) => pushOf(person, at))
  const single = pushes.map(({ ours }) => pack(writeCbor(ours), 'zstd-d1').length)
  const push = (peerName: string, peer: (push: Push) => number) =>
    figure('one registered person pushed', 'bytes', peerName, {
      ours: mean(single),
      peer: mean(pushes.map(peer)),
    })
  const changes = strangers.map((row, at) => ({ cursor: at + 1, table: 'person', id: row.id, version: 1, row }))
  const ours = pack(writePage(changes), 'zstd-d1').length / count
  const json = JSON.stringify({ changes })
  const fhir = JSON.stringify(searchset(strangers))
  const row = (peerName: string, peer: number) =>
    figure(`a row in a page of ${count}`, 'bytes', peerName, { ours, peer: peer / count })
  return [
    push('JSON', ({ ours: said }) => JSON.stringify(said).length),
    push('JSON, gzip', ({ ours: said }) => gzipSync(JSON.stringify(said)).length),
    push('FHIR R4 transaction, gzip', ({ fhir: said }) => gzipSync(JSON.stringify(said)).length),
    figure('one registered person pushed, p95', 'bytes', 'JSON, gzip', {
      ours: quantile(single, 0.95),
      peer: quantile(
        pushes.map(({ ours: said }) => gzipSync(JSON.stringify(said)).length),
        0.95,
      ),
    }),
    row('JSON', Buffer.byteLength(json)),
    row('JSON, gzip', gzipSync(json).length),
    row('FHIR R4 searchset, gzip', gzipSync(fhir).length),
  ]
}

interface Push {
  readonly ours: object
  readonly fhir: object
}

function pushOf(whose: Person, n: number): Push {
  const at = START + n * 61_234
  const person = { ...whose, id: PersonId.parse(newId(at)), registeredAt: moment(at) }
  const mutation = { n: n + 1, id: newId(at), at: moment(at), body: { kind: 'person.registered', person } }
  const resource = patientOf({ row: person, version: 1, changedAt: moment(at) }, [])
  const request = { method: 'PUT', url: `Patient/${person.id}` }
  const fhir = { resourceType: 'Bundle', type: 'transaction', entry: [{ resource, request }] }
  return { ours: { epoch: 1, mutations: [mutation] }, fhir }
}

const searchset = (people: readonly Person[]) => ({
  resourceType: 'Bundle',
  type: 'searchset',
  total: people.length,
  entry: people.map((row) => ({
    fullUrl: `https://hims.example/fhir/Patient/${row.id}`,
    resource: patientOf({ row, version: 1, changedAt: row.registeredAt }, []),
    search: { mode: 'match' },
  })),
})

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
