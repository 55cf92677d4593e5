import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

import { fail, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import type { HimsInside } from '../hims.ts'
import { readKnown } from '../record/tolerant.ts'
import { rightCall } from '../right/claim.ts'
import { refusal } from './answer.ts'
import type { Answer } from './answer.ts'
import { enrolTerminal } from './enrol-route.ts'
import { directoryCall, forwardCall } from './forward.ts'
import { guessLimit } from './guess-limit.ts'
import { cardListsCall, delegateCall } from './card-lists.ts'
import { cardCall, helloCall, leaseCall, pokeCall, pullCall, pushCall } from './handler.ts'
import type { Call } from './handler.ts'
import { nonceMemory } from './nonce-memory.ts'
import { signerOf } from './signed-request.ts'
import type { RawRequest } from './signed-request.ts'

/** Fifty pushes in base64. */
const FORWARD_LIMIT = 64 * 1024 * 1024

/** `/sync/v1`: everything a terminal asks of HIMS. */
export function syncRoutes(server: FastifyInstance, inside: HimsInside): void {
  const nonces = nonceMemory()
  const guesses = guessLimit()
  // The signature is over the bytes, so they are kept as they came and read only after it.
  server.removeAllContentTypeParsers()
  server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))

  const signed =
    <Body>({ schema, handle }: Call<Body>, asked: (request: FastifyRequest) => Result<unknown, string>) =>
    async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
      const signer = await signerOf(inside.store, nonces, rawOf(request), inside.world.now())
      if (!signer.ok) return send(reply, refusal(signer.problem))
      const value = asked(request)
      const body = value.ok ? readKnown(schema, value.value) : value
      if (!body.ok) return send(reply, refusal({ problem: 'bad-request', detail: body.problem }))
      return send(reply, await handle(inside, signer.value, body.value))
    }

  // A terminal whose clock is off takes HIMS's time from here.
  server.addHook('onSend', async (_request, reply) => {
    void reply.header('date', new Date(inside.world.now()).toUTCString())
  })

  server.post('/enrol', async (request, reply) => {
    const body = jsonOf(request)
    if (!body.ok) return send(reply, refusal({ problem: 'bad-request', detail: body.problem }))
    return send(reply, await enrolTerminal(inside, guesses, body.value))
  })
  server.post('/hello', signed(helloCall, jsonOf))
  server.post('/push', signed(pushCall, jsonOf))
  server.post('/pull', signed(pullCall, jsonOf))
  server.post('/lease', signed(leaseCall, jsonOf))
  server.post('/right', signed(rightCall, jsonOf))
  server.post('/card-lists', signed(cardListsCall, jsonOf))
  server.post('/delegate', signed(delegateCall, jsonOf))
  server.post('/forward', { bodyLimit: FORWARD_LIMIT }, signed(forwardCall, jsonOf))
  server.post('/directory', signed(directoryCall, jsonOf))
  server.get(
    '/poke',
    signed(pokeCall, ({ query }) => ok(query)),
  )
  server.get(
    '/card/:cardId',
    signed(cardCall, ({ params }) => ok(params)),
  )
}

const send = (reply: FastifyReply, { status, body }: Answer): FastifyReply =>
  reply.code(status).type('application/json; charset=utf-8').send(body)

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

function jsonOf(request: FastifyRequest): Result<unknown, string> {
  try {
    return ok(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytesOf(request))))
  } catch {
    return fail('not JSON')
  }
}
