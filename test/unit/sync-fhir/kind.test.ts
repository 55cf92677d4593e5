import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

import { MutationBody } from '../../../domain/wire/sync.ts'
import { fhirTerminal, peers } from './peer.ts'

test('the page on the FHIR transport says of every kind of mutation what becomes of it', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../docs/fhir-transport.md'), 'utf8')
  const kinds = MutationBody.options.map(({ shape }) => shape.kind.value)
  assert.ok(kinds.length >= 14)
  assert.deepEqual(
    kinds.filter((kind) => !page.includes(`\`${kind}\``)),
    [],
  )
})

for (const open of peers) {
  test('a call for help from a kiosk arrives once, and urgent, whatever was cut', async (t) => {
    const peer = await open(t)
    const kiosk = await fhirTerminal(t, peer, { role: 'kiosk' })
    for (const cut of [1, 2, 3]) {
      kiosk.fault((_, count) => (count === cut ? 'answer-lost' : null))
      await kiosk.terminal.want('kiosk.call')
      await kiosk.settled()
    }
    kiosk.fault(null)
    const calls = await peer.find('Communication', '_count=50')
    assert.deepEqual(
      calls.map(({ priority }) => priority),
      ['urgent', 'urgent', 'urgent'],
      peer.name,
    )
  })
}
