import { z } from 'zod'

import { TerminalId } from '../id.ts'
import { MutationResult, PokeReply, SyncProblem } from './sync.ts'

const common = PokeReply.omit({ cursor: true }).shape

/**
 * A push as its terminal signed it, carried by somebody else: a hospital's hub or a USB stick. The signature is the one
 * of the request (RFC 9421) and holds whenever it arrives, because numbers and ids make a push harmless to repeat.
 */
export const Envelope = z.object({
  terminal: TerminalId,
  /** The bytes of the body as they were signed, in base64. */
  body: z.base64().max(6 * 1024 * 1024),
  contentType: z.string().max(100),
  /** `Content-Encoding`; empty for none. */
  encoding: z.string().max(40),
  /** `Signature-Input` and `Signature`, whole. */
  input: z.string().max(500),
  signature: z.string().max(200),
})
export type Envelope = z.infer<typeof Envelope>

/** POST /sync/v1/forward: pushes of a hub's own terminals, in the order in which the hub took them. */
export const ForwardRequest = z.object({ envelopes: z.array(Envelope).min(1).max(50) })
export type ForwardRequest = z.infer<typeof ForwardRequest>

/**
 * What became of one envelope; after the first that is refused for a gap the later ones of its terminal wait, and after a
 * refused one of the hub itself all later ones: they are not answered.
 */
export const ForwardAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('taken'), lastN: z.int().min(0), results: z.array(MutationResult) }),
  z.object({ kind: z.literal('refused'), problem: SyncProblem.shape.problem, expected: z.int().nullable() }),
])
export type ForwardAnswer = z.infer<typeof ForwardAnswer>

export const ForwardReply = z.object({ ...common, answers: z.array(ForwardAnswer) })
export type ForwardReply = z.infer<typeof ForwardReply>

/** POST /sync/v1/directory: the terminals of the hub's hospital, so that it can tell them from strangers. */
export const DirectoryEntry = z.object({
  id: TerminalId,
  number: z.int().min(1),
  role: z.string().max(16),
  label: z.string().max(64),
  publicKey: z.string().regex(/^[0-9a-f]{64}$/),
  epoch: z.int().min(1),
  lastN: z.int().min(0),
  enrolledAt: z.string().max(40),
  retiredAt: z.string().max(40).nullable(),
})
export type DirectoryEntry = z.infer<typeof DirectoryEntry>
export const DirectoryReply = z.object({ ...common, terminals: z.array(DirectoryEntry) })
export type DirectoryReply = z.infer<typeof DirectoryReply>
