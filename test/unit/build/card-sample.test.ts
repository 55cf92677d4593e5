import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

import { create } from 'qrcode'
import { z } from 'zod'

import { sampleCommand } from '../../../build/card/sample.ts'
import { sampleCards } from '../../../build/card/sample-card.ts'
import { decodeBase45 } from '../../../domain/card/base45.ts'
import { hexOf } from '../../../domain/card/bytes.ts'
import { checkCard } from '../../../domain/card/check-card.ts'
import { keyRing } from '../../../main/crypto/aes-gcm.ts'
import { ed25519PublicKey, ed25519Verify } from '../../../main/crypto/ed25519.ts'

const module = fileURLToPath(new URL('../../../build/card/sample.ts', import.meta.url))
const run = (...args: readonly string[]) => {
  const script = `import { sampleCommand } from ${JSON.stringify(module)}; await sampleCommand(${JSON.stringify(args)})`
  const node = ['--input-type=module', '--eval', script]
  return execFileSync(process.execPath, node, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
}

const Line = z.strictObject({
  profile: z.enum(['P-ID', 'P-CORE']),
  text: z.string(),
  bytes: z.int(),
  qrVersion: z.int(),
  ecc: z.literal('M'),
  script: z.string(),
})

test('a line of JSON a card, of both profiles and in every script, and the same again', () => {
  const args = ['--count', '16', '--json', '--seed', 'a', '--today', '2026-11-22']
  const out = run(...args)
  const lines = out.trimEnd().split('\n')
  const cards = lines.map((line) => Line.parse(JSON.parse(line)))
  assert.equal(cards.length, 16)
  assert.equal(new Set(cards.map(({ profile, script }) => `${profile} ${script}`)).size, 8)
  for (const { text, bytes, qrVersion } of cards) {
    assert.equal(decodeBase45(text.slice(5))?.length, bytes)
    assert.equal(create(text, { errorCorrectionLevel: 'M' }).version, qrVersion)
  }
  assert.equal(run(...args), out)
})

test('every card is genuine under its throw-away key', () => {
  const keys = { kid: '5a3e', issuer: new Uint8Array(32).fill(7), ringId: 9, ring: new Uint8Array(32).fill(8) }
  const today = '2026-11-22'
  const samples = sampleCards({ seed: 'b', count: 64, today, emergency: true, keys })
  const key = { kid: '5a3e', publicKey: hexOf(ed25519PublicKey(keys.issuer)), notBefore: today, notAfter: today }
  const kinds = samples.map(({ text, person, profile }) => {
    const answer = checkCard(text, {
      today,
      keyFor: () => ({ ...key, facilities: null }),
      verify: ed25519Verify,
      statusOf: () => 'good',
      openEmergency: keyRing(new Map([[keys.ringId, keys.ring]])).open,
    })
    assert.ok(answer.kind === 'valid')
    assert.deepEqual(answer.card.core?.name ?? null, profile === 'P-ID' ? null : person.name)
    return answer.card.emergency.kind
  })
  assert.ok(kinds.filter((kind) => kind === 'open').length === 16)
  assert.ok(!kinds.includes('sealed'))
})

test('what cannot be done is said in one sentence, before the help', async (t) => {
  const said: string[] = []
  t.mock.method(process.stderr, 'write', (text: string) => said.push(text) > 0)
  t.mock.method(process.stdout, 'write', () => true)
  for (const [args, code, first] of [
    [['--count', '0'], 2, /^--count is 1 to 1000000\.\n/],
    [['--today', '2026-02-30'], 2, /^--today is a day/],
    [['--count', '1', '--pdf', '/nowhere/at/all.pdf'], 1, /all\.pdf cannot be written \(ENOENT\)/],
  ] as const) {
    said.length = 0
    assert.equal(await sampleCommand(args), code)
    assert.match(said.at(-1) ?? '', first)
  }
})
