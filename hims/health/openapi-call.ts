import { z } from 'zod'

import { BundleReply, BundleRequest } from '../../domain/wire/bundle.ts'
import { CardListsReply, CardListsRequest, DelegateReply, DelegateRequest } from '../../domain/wire/card-lists.ts'
import { DigestReply, DigestRequest, RowsReply, RowsRequest } from '../../domain/wire/digest.ts'
import { DirectoryReply, ForwardReply, ForwardRequest } from '../../domain/wire/envelope.ts'
import {
  DepositReply,
  DepositRequest,
  RecoveryKeyReply,
  RecoveryReply,
  RecoveryRequest,
} from '../../domain/wire/recovery.ts'
import { FindReply, FindRequest } from '../../domain/wire/find.ts'
import { RightReply, RightRequest } from '../../domain/wire/right.ts'
import { SnapshotChunk, SnapshotReply } from '../../domain/wire/snapshot.ts'
import {
  EnrolReply,
  EnrolRequest,
  HelloReply,
  HelloRequest,
  LeaseReply,
  LeaseRequest,
  LookupReply,
  PokeReply,
  PullReply,
  PullRequest,
  PushReply,
  PushRequest,
} from '../../domain/wire/sync.ts'

/** One call of `/sync/v1`, by the shapes that terminals and HIMS both read it with. */
export interface Spoken {
  readonly method: 'get' | 'post'
  readonly path: string
  readonly summary: string
  readonly request: z.ZodType | null
  readonly reply: z.ZodType
  readonly parameters?: readonly object[]
}

const Nothing = z.object({})

export const inPath = (name: string, description: string) => ({
  name,
  in: 'path',
  required: true,
  description,
  schema: { type: 'string' },
})

export const spoken: readonly Spoken[] = [
  {
    method: 'post',
    path: '/enrol',
    summary: 'Makes a terminal of whoever brings a one-time code',
    request: EnrolRequest,
    reply: EnrolReply,
  },
  {
    method: 'post',
    path: '/hello',
    summary: 'Agrees on epoch, numbers and cursor',
    request: HelloRequest,
    reply: HelloReply,
  },
  {
    method: 'post',
    path: '/push',
    summary: 'Takes mutations strictly in order of n, each once',
    request: PushRequest,
    reply: PushReply,
  },
  {
    method: 'post',
    path: '/pull',
    summary: 'The changes after a cursor, in the order of commits',
    request: PullRequest,
    reply: PullReply,
  },
  {
    method: 'post',
    path: '/lease',
    summary: 'Card blanks and token numbers for one terminal',
    request: LeaseRequest,
    reply: LeaseReply,
  },
  {
    method: 'post',
    path: '/right',
    summary: 'Claims and releases rights to give medicine out',
    request: RightRequest,
    reply: RightReply,
  },
  {
    method: 'post',
    path: '/find',
    summary: 'People beyond a desk’s own hospital, by something that only they could have told',
    request: FindRequest,
    reply: FindReply,
  },
  {
    method: 'post',
    path: '/card-lists',
    summary: 'The trust list and the status of cards',
    request: CardListsRequest,
    reply: CardListsReply,
  },
  {
    method: 'post',
    path: '/delegate',
    summary: 'Puts a desk’s own card key into the trust list',
    request: DelegateRequest,
    reply: DelegateReply,
  },
  {
    method: 'post',
    path: '/forward',
    summary: 'Pushes that a hospital’s own server brings, as they were signed',
    request: ForwardRequest,
    reply: ForwardReply,
  },
  {
    method: 'post',
    path: '/directory',
    summary: 'The terminals of a hospital, for its own server',
    request: Nothing,
    reply: DirectoryReply,
  },
  {
    method: 'post',
    path: '/digest',
    summary: 'Digests of what a terminal should hold, a bucket at a time',
    request: DigestRequest,
    reply: DigestReply,
  },
  {
    method: 'post',
    path: '/rows',
    summary: 'The rows of one bucket, where a digest differs',
    request: RowsRequest,
    reply: RowsReply,
  },
  {
    method: 'post',
    path: '/bundle',
    summary: 'Pushes and claims that came on a stick, sealed and signed',
    request: BundleRequest,
    reply: BundleReply,
  },
  {
    method: 'post',
    path: '/snapshot',
    summary: 'Everything that a new terminal should hold, in numbered pieces',
    request: Nothing,
    reply: SnapshotReply,
  },
  {
    method: 'get',
    path: '/snapshot/{id}/{number}',
    summary: 'One piece of it; an interrupted one is asked for again',
    request: null,
    reply: SnapshotChunk,
    parameters: [inPath('id', 'The id of the snapshot'), inPath('number', 'Which piece')],
  },
  {
    method: 'get',
    path: '/recovery',
    summary: 'The key that a terminal seals a copy of its own key to',
    request: null,
    reply: RecoveryKeyReply,
  },
  {
    method: 'post',
    path: '/recovery',
    summary: 'Keeps a terminal’s sealed key, for the day its keystore is lost',
    request: DepositRequest,
    reply: DepositReply,
  },
  {
    method: 'post',
    path: '/recovery/open',
    summary: 'Gives sealed keys back for a one-time code',
    request: RecoveryRequest,
    reply: RecoveryReply,
  },
  {
    method: 'get',
    path: '/poke',
    summary: 'Answers when something has changed after a cursor, or after 25 seconds',
    request: null,
    reply: PokeReply,
    parameters: [{ name: 'cursor', in: 'query', required: true, schema: { type: 'integer', minimum: 0 } }],
  },
  {
    method: 'get',
    path: '/card/{cardId}',
    summary: 'A card and whose it is',
    request: null,
    reply: LookupReply,
    parameters: [inPath('cardId', 'The number of the card')],
  },
]
