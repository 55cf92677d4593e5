import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

import { contentSecurityPolicy } from '../../../main/window/policy.ts'

/** Browsers read this one only from a header. */
const headerOnly = "frame-ancestors 'none'"

const lines = (policy: string): readonly string[] => policy.split('; ')

for (const role of ['desk', 'pharmacy', 'kiosk', 'room']) {
  const html = readFileSync(join(import.meta.dirname, `../../../renderer/${role}/index.html`), 'utf8')

  test(`the ${role} page states the policy that its header states`, () => {
    const policy = /http-equiv="Content-Security-Policy"\s+content="([^"]*)"/.exec(html)?.[1] ?? ''
    assert.deepEqual(
      lines(policy),
      lines(contentSecurityPolicy).filter((line) => line !== headerOnly),
    )
  })

  test(`the ${role} page asks for no icon file`, () => assert.match(html, /<link rel="icon" href="data:," \/>/))
}
