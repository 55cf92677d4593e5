import { writeCbor } from '../../domain/wire/codec/cbor-write.ts'
import { SCHEMA } from '../../domain/wire/sync.ts'
import type { SyncProblem } from '../../domain/wire/sync.ts'
import type { HimsInside } from '../hims.ts'
import { moment } from '../world.ts'

/** A reply of `/sync/v1` as it goes over the wire. */
export interface Answer {
  readonly status: number
  /** JSON text, or bytes of CBOR. */
  readonly body: string | Uint8Array
}

export const answer = (value: object): Answer => ({ status: 200, body: JSON.stringify(value) })

/** A reply that carries bytes, for whoever takes CBOR. */
export const cborAnswer = (value: object): Answer => ({ status: 200, body: writeCbor(value, 'plain') })

const statusOf: Readonly<Record<SyncProblem['problem'], number>> = {
  'bad-request': 400,
  'unknown-code': 403,
  'not-enrolled': 401,
  'bad-signature': 401,
  gap: 409,
  fenced: 409,
  'schema-too-old': 426,
  busy: 503,
  internal: 500,
}

/** A refusal; 507 stands beside `busy` when the disk is full, 429 when someone asks too often. */
export const refusal = (problem: SyncProblem, status = statusOf[problem.problem]): Answer => ({
  status,
  body: JSON.stringify(problem),
})

/** What every reply begins with. */
export const common = ({ incarnation, world }: HimsInside) => ({
  incarnation: incarnation.name(),
  schema: SCHEMA,
  serverTime: moment(world.now()),
})
