import { createHash } from 'node:crypto'
import type { IncomingHttpHeaders, ServerResponse } from 'node:http'
import { gzipSync, zstdCompressSync } from 'node:zlib'

import { z } from 'zod'

import { readCbor } from '../../domain/wire/codec/cbor-read.ts'
import { writeCbor } from '../../domain/wire/codec/cbor-write.ts'
import { writePage } from '../../domain/wire/codec/page.ts'
import type { Change } from '../../domain/wire/sync.ts'
import { openPage } from '../../sync/page.ts'
import { PackedPullReply } from '../../domain/wire/packed.ts'

/** What HIMS said, whole. */
export interface Said {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

/** How a round under an attack must end: a typed reason, or online where the attack is harmless. */
export type Ending = 'unreachable' | 'busy' | 'online' | `not-hims ${string}`

export interface Attack {
  readonly name: string
  readonly on: 'hello' | 'push' | 'pull'
  readonly ends: readonly Ending[]
  /** `draw` gives a number from 0 up to, not including, 1. */
  readonly strike: (reply: ServerResponse, said: Said, draw: () => number) => void
}

const CBOR = 'application/cbor'
const JSON_TYPE = 'application/json'

function send(reply: ServerResponse, type: string, body: Uint8Array | string, rest: Record<string, string> = {}): void {
  reply.writeHead(200, { 'content-type': type, ...rest }).end(body)
}

const Common = z.looseObject({ incarnation: z.string(), schema: z.number(), serverTime: z.string() })

/** The answer to a PULL as a value, whichever way it came. */
function pulled(said: Said): z.infer<typeof PackedPullReply> {
  const read = readCbor(said.body, 'plain')
  return PackedPullReply.parse(read.ok ? read.value : null)
}

const changesOf = (said: Said): readonly Change[] => {
  const changes = openPage(pulled(said))
  return changes.ok ? changes.value : []
}

const digestOf = (body: Uint8Array | string): string => createHash('sha256').update(body).digest('hex')

const changed = (said: Said, fields: object): Uint8Array => writeCbor({ ...pulled(said), ...fields }, 'plain')

/** A page of other bytes with a digest that fits them. */
const withPage = (said: Said, page: Uint8Array): Uint8Array =>
  changed(said, { page, digest: digestOf(page), encoding: 'identity' })

/** The same page in JSON, with some changes of its own and a digest that fits. */
function inJson(said: Said, changes: readonly object[], fields: object = {}): string {
  const { page: _page, encoding: _encoding, ...rest } = pulled(said)
  return JSON.stringify({ ...rest, changes, digest: digestOf(JSON.stringify(changes)), ...fields })
}

const whole = ({ status, headers, body }: Said, reply: ServerResponse): void =>
  void reply.writeHead(status, headers).end(body)

/** Headers that promise more than comes before the line is cut. */
function cutAt(reply: ServerResponse, { status, headers, body }: Said, share: number): void {
  reply.writeHead(status, { ...headers, 'content-length': String(body.length) })
  reply.write(body.subarray(0, Math.floor(share * body.length)), () => reply.socket?.destroy())
}

const onPull = (name: string, ends: Ending | readonly Ending[], strike: Attack['strike']): Attack => ({
  name,
  on: 'pull',
  ends: typeof ends === 'string' ? [ends] : ends,
  strike,
})

const bytes = (count: number, fill: number): Uint8Array => new Uint8Array(count).fill(fill)

/** A thousandth of what they become. */
const bombs = { zstd: zstdCompressSync(bytes(200_000_000, 7)), gzip: gzipSync(bytes(100_000_000, 32)) }

const lines: readonly Attack[] = [
  onPull('a line cut before the answer', 'unreachable', (reply) => reply.socket?.destroy()),
  onPull('a line cut in the headers', 'unreachable', (reply) => {
    reply.socket?.write('HTTP/1.1 200 OK\r\ncontent-ty', () => reply.socket?.destroy())
  }),
  onPull('a line cut in the body', 'unreachable', (reply, said, draw) => cutAt(reply, said, draw())),
  onPull('a line cut before the last byte', 'unreachable', (reply, said) =>
    cutAt(reply, said, 1 - 1 / said.body.length),
  ),
  onPull('no answer at all', 'unreachable', () => {}),
  onPull('an answer that stalls halfway', 'unreachable', (reply, { status, headers, body }) => {
    reply.writeHead(status, headers).write(body.subarray(0, body.length >> 1))
  }),
  onPull('bytes that are no HTTP', 'unreachable', (reply) => void reply.socket?.end('SSH-2.0-OpenSSH_9.6\r\n')),
  onPull('an answer in time but late', 'online', (reply, said) => void setTimeout(() => whole(said, reply), 120)),
  onPull('an answer twice on one line', 'online', (reply, said) => {
    const { socket } = reply
    reply.on('finish', () => socket?.write(`HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}`))
    whole(said, reply)
  }),
]

const strangers: readonly Attack[] = [
  onPull('the page of a captive portal with 200', 'not-hims content-type', (reply) =>
    send(reply, 'text/html', '<h1>Welcome</h1>'),
  ),
  onPull("a portal's page that calls itself JSON", 'not-hims unreadable', (reply) =>
    send(reply, JSON_TYPE, '<h1>Hi</h1>'),
  ),
  onPull(
    'a redirect',
    'not-hims status',
    (reply) => void reply.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
  ),
  onPull('no content', 'not-hims status', (reply) => void reply.writeHead(204).end()),
  onPull('a portal that asks to sign in', 'not-hims status', (reply) => void reply.writeHead(511).end('{}')),
  onPull('a server that broke', 'busy', (reply) => void reply.writeHead(500).end('oops')),
  onPull('a gateway without a server', 'busy', (reply) => void reply.writeHead(502).end('<html>Bad Gateway</html>')),
  onPull('too many requests', 'busy', (reply) => void reply.writeHead(429, { 'retry-after': '7' }).end()),
  onPull('out of service', 'busy', (reply) => void reply.writeHead(503, { 'retry-after': 'soon' }).end()),
  onPull('nothing with 200', 'not-hims unreadable', (reply) => send(reply, CBOR, '')),
  onPull('JSON of another service', 'not-hims shape', (reply) => send(reply, JSON_TYPE, '{"ok":true}')),
  onPull('a packing nobody asked for', 'not-hims encoding', (reply, { body }) =>
    send(reply, CBOR, body, { 'content-encoding': 'br' }),
  ),
  onPull('a packing that is not there', 'not-hims encoding', (reply, { body }) =>
    send(reply, CBOR, body, { 'content-encoding': 'zstd' }),
  ),
]

const bent: readonly Attack[] = [
  onPull('bytes cut off with a length that fits', 'not-hims unreadable', (reply, { body }, draw) =>
    send(reply, CBOR, body.subarray(0, Math.floor(draw() * body.length))),
  ),
  onPull('a length that is too small', ['not-hims unreadable', 'unreachable'], (reply, { body }) => {
    reply.writeHead(200, { 'content-type': CBOR, 'content-length': String(body.length - 9), connection: 'close' })
    reply.strictContentLength = false
    reply.end(body)
  }),
  onPull('something after the end', 'not-hims unreadable', (reply, { body }) =>
    send(reply, CBOR, Buffer.concat([body, bytes(3, 0)])),
  ),
  onPull(
    'one bit turned',
    ['not-hims unreadable', 'not-hims shape', 'not-hims encoding', 'not-hims digest', 'not-hims page'],
    (reply, said, draw) => {
      const { page } = pulled(said)
      const turned = Uint8Array.from(page)
      const at = Math.floor(draw() * turned.length)
      turned[at] = (turned[at] ?? 0) ^ (1 << Math.floor(draw() * 8))
      send(reply, CBOR, changed(said, { page: turned }))
    },
  ),
  onPull('a digest of something else', 'not-hims digest', (reply, said) =>
    send(reply, CBOR, changed(said, { digest: 'ab'.repeat(32) })),
  ),
  onPull('a zstd bomb for a page', 'not-hims encoding', (reply, said) =>
    send(reply, CBOR, changed(said, { page: bombs.zstd, encoding: 'zstd' })),
  ),
  onPull('a gzip bomb', 'not-hims encoding', (reply) =>
    send(reply, JSON_TYPE, bombs.gzip, { 'content-encoding': 'gzip' }),
  ),
  onPull('a page packed with another dictionary', ['not-hims encoding', 'not-hims digest'], (reply, said) => {
    const changes = openPage(pulled(said))
    const plain = writePage(changes.ok ? changes.value : [])
    // Of words that no page holds a packer makes no use, and then the page is sound.
    const dictionary = Buffer.concat([Buffer.from('of the year after next'), plain])
    send(reply, CBOR, changed(said, { page: zstdCompressSync(plain, { dictionary }), encoding: 'zstd-d1' }))
  }),
  onPull('a packing of a later version', 'not-hims shape', (reply, said) =>
    send(reply, CBOR, changed(said, { encoding: 'zstd-d9' })),
  ),
  onPull('lists within lists without end', 'not-hims unreadable', (reply) => send(reply, CBOR, bytes(300_000, 0x81))),
  onPull('JSON lists within lists without end', 'not-hims unreadable', (reply) =>
    send(reply, JSON_TYPE, `{"a":${'['.repeat(200_000)}${']'.repeat(200_000)}}`),
  ),
  onPull('a list of four thousand million entries', 'not-hims unreadable', (reply) =>
    send(reply, CBOR, Buffer.from('9affffffff', 'hex')),
  ),
  onPull('a tag', 'not-hims unreadable', (reply) => send(reply, CBOR, Buffer.from('c11a514b67b0', 'hex'))),
  onPull('not a number', 'not-hims unreadable', (reply) =>
    send(reply, CBOR, Buffer.from('a1616efb7ff8000000000000', 'hex')),
  ),
  onPull('a key that reaches for the prototype', 'not-hims unreadable', (reply) =>
    send(reply, CBOR, Buffer.from('a1695f5f70726f746f5f5fa0', 'hex')),
  ),
  onPull('text that is no UTF-8', 'not-hims unreadable', (reply) =>
    send(reply, JSON_TYPE, Buffer.from('7b2261223a22ff227d', 'hex')),
  ),
]

const liars: readonly Attack[] = [
  onPull('a cursor that goes back', 'not-hims cursor', (reply, said) => send(reply, CBOR, changed(said, { next: 0 }))),
  onPull('more to come and no step further', 'not-hims cursor', (reply, said) => {
    const page = writePage([])
    const next = (changesOf(said)[0]?.cursor ?? 1) - 1
    send(reply, CBOR, changed(said, { page, digest: digestOf(page), encoding: 'identity', more: true, next }))
  }),
  onPull('changes out of order', 'not-hims cursor', (reply, said) => {
    const [first] = changesOf(said)
    send(reply, JSON_TYPE, inJson(said, first === undefined ? [] : [{ ...first, cursor: first.cursor + 1 }, first]))
  }),
  onPull('one change twice', 'not-hims cursor', (reply, said) => {
    const [first] = changesOf(said)
    send(reply, JSON_TYPE, inJson(said, first === undefined ? [] : [first, first]))
  }),
  onPull('changes from before', 'not-hims cursor', (reply, said) =>
    send(
      reply,
      JSON_TYPE,
      inJson(
        said,
        changesOf(said).map((change) => ({ ...change, cursor: 1 })),
      ),
    ),
  ),
  onPull('a number beyond all numbers', 'not-hims shape', (reply, said) =>
    send(reply, JSON_TYPE, inJson(said, []).replace(/"next":\d+/, '"next":1e400')),
  ),
  onPull('half a cursor', 'not-hims shape', (reply, said) => send(reply, JSON_TYPE, inJson(said, [], { next: 1.5 }))),
  onPull('another database between two questions', 'busy', (reply, said) =>
    send(reply, CBOR, changed(said, { incarnation: 'f0'.repeat(16) })),
  ),
  onPull('too many rows', 'not-hims page', (reply, said) => {
    const page = writeCbor([['person', 5001, [0, 'x'], [0, 1], [7, [0, 1]], [0, {}]]], 'plain')
    send(reply, CBOR, withPage(said, page))
  }),
  onPull('many values from few bytes', 'not-hims page', (reply, said) => {
    const fields = Array.from({ length: 3000 }, (_, at) => [`f${at}`, [0, 1]])
    const page = writeCbor([['person', 5000, [0, 'x'], [0, 1], [7, [0, 1]], [2, ...fields]]], 'plain')
    send(reply, CBOR, withPage(said, page))
  }),
  onPull('columns of a kind that is not known', 'not-hims page', (reply, said) =>
    send(reply, CBOR, withPage(said, writeCbor([['person', 1, [77], [0, 1], [0, 1], [0, {}]]], 'plain'))),
  ),
]

const other = (on: Attack['on'], name: string, ends: Ending, strike: Attack['strike']): Attack => ({
  on,
  name,
  ends: [ends],
  strike,
})

const json = (said: Said): z.infer<typeof Common> => Common.parse(JSON.parse(said.body.toString()))
const sayJson = (reply: ServerResponse, said: Said, fields: object): void =>
  send(reply, JSON_TYPE, JSON.stringify({ ...json(said), ...fields }))

const greetingsAndPushes: readonly Attack[] = [
  other('push', 'the answer to a push lost after HIMS has taken it', 'unreachable', (reply) => reply.socket?.destroy()),
  other('push', 'the answer to a push cut', 'not-hims unreadable', (reply, { body }, draw) =>
    send(reply, JSON_TYPE, body.subarray(0, Math.floor(draw() * body.length))),
  ),
  other('push', 'answers about other numbers', 'not-hims results', (reply, said) =>
    sayJson(reply, said, { results: [{ n: 1_000_000, kind: 'applied' }] }),
  ),
  other('push', 'no answers', 'not-hims results', (reply, said) => sayJson(reply, said, { results: [] })),
  other(
    'push',
    'a gap beyond what was sent',
    'busy',
    (reply) => void reply.writeHead(409, { 'content-type': JSON_TYPE }).end('{"problem":"gap","expected":999999}'),
  ),
  other('push', 'a portal in the middle of a push', 'not-hims content-type', (reply) =>
    send(reply, 'text/html', '<p>'),
  ),
  other('hello', 'a greeting from another database', 'busy', (reply, said) =>
    sayJson(reply, said, { incarnation: 'e1'.repeat(16), lastN: 0 }),
  ),
  other('hello', 'a greeting of the wrong shape', 'not-hims shape', (reply, said) =>
    sayJson(reply, said, { epoch: 'one' }),
  ),
  other('hello', 'a promise of packings that do not exist', 'online', (reply, said) =>
    sayJson(reply, said, { accepts: { types: ['application/x-new'], encodings: ['zstd-d7'] } }),
  ),
]

export const wireAttacks: readonly Attack[] = [...lines, ...strangers, ...bent, ...liars, ...greetingsAndPushes]
