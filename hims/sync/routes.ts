import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

import { ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import { bestEncoding, CBOR, namesIn } from '../../domain/wire/codec/encoding.ts'
import type { HimsInside } from '../hims.ts'
import { enrolAbove, himsCalls, hubCalls, knownSigner } from '../hub/hub-calls.ts'
import { readKnown } from '../record/tolerant.ts'
import { openRecovery, recoveryRoutes } from '../recovery/recovery-routes.ts'
import { terminalDirectory } from '../terminal/directory.ts'
import { refusal } from './answer.ts'
import type { Answer } from './answer.ts'
import { isKnownForm, readBody } from './body.ts'
import type { BodyForm } from './body.ts'
import { bulkRoutes } from './bulk-routes.ts'
import { enrolTerminal } from './enrol-route.ts'
import { directoryCall, forwardCall } from './forward.ts'
import { guessLimit } from './guess-limit.ts'
import { cardCall, pokeCall } from './handler.ts'
import type { Call, Takes } from './handler.ts'
import type { PackedChanges } from './packed-feed.ts'
import { pageCache } from './page-cache.ts'
import { pullCall } from './pull.ts'
import { nonceMemory } from './nonce-memory.ts'
import { signerOf } from './signed-request.ts'
import type { RawRequest } from './signed-request.ts'

/** Fifty pushes in base64. */
const FORWARD_LIMIT = 64 * 1024 * 1024

/** `/sync/v1`: everything a terminal asks of HIMS. */
export function syncRoutes(server: FastifyInstance, inside: HimsInside): void {
  const nonces = nonceMemory()
  const terminals = terminalDirectory(inside.store)
  const guesses = guessLimit()
  const calls = inside.hub === null ? himsCalls() : hubCalls(inside.hub)
  const pages = pageCache<PackedChanges>(({ page }) => page.length, inside.world.now)
  // The signature is over the bytes, so they are kept as they came and read only after it.
  server.removeAllContentTypeParsers()
  server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))

  const signed =
    <Body>({ schema, handle }: Call<Body>, asked: Asked = said) =>
    async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
      const raw = rawOf(request)
      const signer = await knownSigner(inside.hub, () => signerOf(terminals, nonces, raw, inside.world.now()))
      if (!signer.ok) return send(reply, refusal(signer.problem))
      if (!isKnownForm(formOf(request))) {
        return send(reply, refusal({ problem: 'bad-request', detail: 'unknown encoding' }, 415))
      }
      const value = await asked(request)
      const body = value.ok ? readKnown(schema, value.value) : value
      if (!body.ok) return send(reply, refusal({ problem: 'bad-request', detail: body.problem }))
      return send(reply, await handle(inside, signer.value, body.value, takesOf(request), raw))
    }

  // A terminal whose clock is off takes HIMS's time from here.
  server.addHook('onSend', async (_request, reply) => {
    void reply.header('date', new Date(inside.world.now()).toUTCString())
  })

  server.post('/enrol', async (request, reply) => {
    if (inside.hub !== null) return send(reply, await enrolAbove(inside.hub, rawOf(request)))
    const body = await said(request)
    if (!body.ok) return send(reply, refusal({ problem: 'bad-request', detail: body.problem }))
    return send(reply, await enrolTerminal(inside, guesses, body.value))
  })
  server.post('/hello', signed(calls.hello))
  server.post('/push', signed(calls.push))
  server.post('/pull', signed(pullCall(pages)))
  server.post('/lease', signed(calls.lease))
  server.post('/right', signed(calls.right))
  server.post('/find', signed(calls.find))
  server.post('/card-lists', signed(calls.cardLists))
  server.post('/delegate', signed(calls.delegate))
  server.post('/forward', { bodyLimit: FORWARD_LIMIT }, signed(forwardCall))
  server.post('/directory', signed(directoryCall))
  bulkRoutes(server, signed, inside, calls)
  recoveryRoutes(server, signed)
  server.post('/recovery/open', async (request, reply) => {
    const body = await said(request)
    if (!body.ok) return send(reply, refusal({ problem: 'bad-request', detail: body.problem }))
    return send(reply, await openRecovery(inside, guesses, body.value))
  })
  server.get(
    '/poke',
    signed(pokeCall, async ({ query }) => ok(query)),
  )
  server.get(
    '/card/:cardId',
    signed(cardCall, async ({ params }) => ok(params)),
  )
}

const send = (reply: FastifyReply, { status, body }: Answer): FastifyReply =>
  reply
    .code(status)
    .type(typeof body === 'string' ? 'application/json; charset=utf-8' : CBOR)
    .send(typeof body === 'string' ? body : Buffer.from(body.buffer, body.byteOffset, body.byteLength))

type Asked = (request: FastifyRequest) => Promise<Result<unknown, string>>

const formOf = ({ headers }: FastifyRequest): BodyForm => ({
  contentType: headers['content-type'] ?? '',
  encoding: headers['content-encoding'] ?? '',
})

const said: Asked = (request) => readBody(formOf(request), bytesOf(request))

const takesOf = ({ headers }: FastifyRequest): Takes => ({
  cbor: namesIn(headers.accept ?? '').includes(CBOR),
  encoding: bestEncoding(headers['accept-encoding'] ?? ''),
})

const bytesOf = ({ body }: FastifyRequest): Uint8Array => (body instanceof Uint8Array ? body : new Uint8Array(0))

const rawOf = (request: FastifyRequest): RawRequest => ({
  method: request.method,
  url: request.raw.url ?? '',
  header: (name) => {
    const value = request.headers[name]
    return typeof value === 'string' ? value : undefined
  },
  body: bytesOf(request),
})
