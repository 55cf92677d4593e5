import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

import { z } from 'zod'

import { bytesOf, hexOf } from '../../../domain/card/bytes.ts'
import { writeCbor } from '../../../domain/wire/codec/cbor-write.ts'
import { readPage, writePage } from '../../../domain/wire/codec/page.ts'
import { rowSum, sumText } from '../../../domain/wire/row-sum.ts'
import { signatureBase } from '../../../domain/wire/signature.ts'
import { Change } from '../../../domain/wire/sync.ts'
import { ed25519Sign } from '../../../main/crypto/ed25519.ts'
import { contentDigest } from '../../../sync/identity.ts'

const page = readFileSync(join(import.meta.dirname, '../../../docs/sync-protocol.md'), 'utf8')

/** The example of that name, as it stands on the page. */
function example(name: string): string {
  const [, text] = new RegExp('```\\w+ ' + name + '\\n([\\s\\S]*?)\\n```').exec(page) ?? []
  assert.ok(text !== undefined, name)
  return text
}
const bytes = (name: string): string => example(name).replaceAll(/\s/g, '')

test('the push on the page is written in the bytes on the page', () => {
  assert.equal(hexOf(writeCbor(JSON.parse(example('push')))), bytes('push-cbor'))
})

test('the rows on the page are the page on the page, with its digest', () => {
  const changes = z.array(Change).parse(JSON.parse(example('changes')))
  assert.equal(hexOf(writePage(changes)), bytes('page'))
  assert.deepEqual(readPage(bytesOf(bytes('page'))), { ok: true, value: changes })
  assert.ok(
    page.includes(
      `\`${createHash('sha256')
        .update(bytesOf(bytes('page')))
        .digest('hex')}\``,
    ),
  )
  assert.ok(page.includes(`\`${sumText(rowSum('paracetamol-500', 1))}\``))
})

test('the signature on the page is that of RFC 8032’s first key over the base on the page', () => {
  const base = signatureBase({
    method: 'POST',
    path: '/sync/v1/push',
    query: '?',
    contentDigest: contentDigest(example('push')),
    created: 1_795_320_306,
    nonce: 'AAECAwQFBgcICQoL',
    keyId: '01a2016d-0000-7000-8000-000000000001',
  })
  assert.equal(example('signature-base'), base)
  const seed = bytesOf('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60')
  const signature = Buffer.from(ed25519Sign(seed, new TextEncoder().encode(base))).toString('base64')
  assert.equal(bytes('signature'), `terminal=:${signature}:`)
})
