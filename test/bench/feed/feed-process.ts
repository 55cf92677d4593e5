import { createServer } from 'node:http'

import { makePeople } from '../../../build/demo/seed/people.ts'
import { randomFrom } from '../../../build/demo/seed/random.ts'
import { writeCbor } from '../../../domain/wire/codec/cbor-write.ts'
import { CBOR } from '../../../domain/wire/codec/encoding.ts'
import { PullRequest, SCHEMA } from '../../../domain/wire/sync.ts'
import type { Change } from '../../../domain/wire/sync.ts'
import { packChanges } from '../../../hims/sync/pack-page.ts'

/** A HIMS that only has people to give, its pages packed before anybody asks: what is measured is who takes them. */
const [count = 0, page = 5000] = process.argv.slice(2).map(Number)
const people = makePeople(randomFrom('bench/feed'), '2026-11-22', count)
const changes = people.map((row, at): Change => ({ cursor: at + 1, table: 'person', id: row.id, version: 1, row }))
const pages = new Map<number, Buffer>()
for (let from = 0; from < changes.length || from === 0; from += page) {
  const packed = await packChanges(changes.slice(from, from + page), 'zstd-d1')
  const next = Math.min(changes.length, from + page)
  const common = { incarnation: 'bench', schema: SCHEMA, serverTime: '2026-11-22T05:00:00.000Z' }
  pages.set(from, Buffer.from(writeCbor({ ...common, ...packed, next, more: next < changes.length }, 'plain')))
}

const server = createServer((request, response) => {
  const parts: Buffer[] = []
  request.on('data', (part: Buffer) => parts.push(part))
  request.on('end', () => {
    if (request.url !== '/sync/v1/pull') {
      response.writeHead(404, { 'content-type': 'application/json' }).end('{"problem":"bad-request"}')
      return
    }
    const { cursor } = PullRequest.parse(JSON.parse(Buffer.concat(parts).toString()))
    response.setHeader('content-type', CBOR)
    response.end(pages.get(cursor))
  })
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.stdout.write(`${typeof address === 'object' ? (address?.port ?? 0) : 0}\n`)
})
process.stdin.resume().on('end', () => process.exit(0))
