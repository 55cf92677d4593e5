import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'

import { decodeBase45 } from '../../../domain/card/base45.ts'
import { hexOf } from '../../../domain/card/bytes.ts'
import { checkCard } from '../../../domain/card/check-card.ts'
import { world } from './fixture.ts'

const page = readFileSync(new URL('../../../docs/card-format.md', import.meta.url), 'utf8')
const [bytes = '', lines = ''] = Array.from(page.matchAll(/```text\n([^`]*)```/g), (block) => block[1] ?? '')
const vectors = lines
  .trimEnd()
  .split('\n')
  .map((line) => /^(\S+) \| (.*?) \| (.*)$/.exec(line)?.slice(1) ?? [])

const judge = {
  ...world,
  statusOf: (index: number) => (index === 4712 ? ({ revoked: 'lost' } as const) : ('good' as const)),
}

for (const [kind, why, text = ''] of vectors) {
  test(`docs/card-format.md: ${why} is ${kind}`, () => assert.equal(checkCard(text, judge).kind, kind))
}

test('the page shows every answer, and the bytes of its first card', () => {
  assert.deepEqual(
    new Set(vectors.map(([kind]) => kind)),
    new Set(['valid', 'expired', 'revoked', 'unknown-issuer', 'altered', 'newer-format', 'not-a-card']),
  )
  const first = decodeBase45((vectors[0]?.[2] ?? '').slice(5)) ?? new Uint8Array()
  assert.equal(hexOf(first), bytes.replaceAll(/\s/g, ''))
})
