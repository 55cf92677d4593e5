import assert from 'node:assert/strict'
import { test } from 'node:test'

import { TerminalConfig } from '../../../main/config.ts'
import { configured } from './world.ts'

const config = (identityIssuers: unknown) =>
  TerminalConfig.safeParse({
    role: 'desk',
    hims: 'http://127.0.0.1:1',
    code: null,
    printers: [],
    scanners: [],
    window: { kind: 'kiosk' },
    ...(identityIssuers === undefined ? {} : { identityIssuers }),
  })

test('terminal.json names the issuers whose signatures count, or none', () => {
  assert.deepEqual(config(undefined).data?.identityIssuers, [])
  assert.deepEqual(config(configured).data?.identityIssuers, configured)
})

test('a key that cannot sign such a code stops the terminal with a sentence', () => {
  const [aadhaar] = configured
  const wrong = config([{ ...aadhaar, kind: 'smart-health-card' }])
  assert.match(wrong.error?.message ?? '', /no public key that signs such codes/)
  assert.equal(config([{ ...aadhaar, key: 'nonsense' }]).success, false)
})
