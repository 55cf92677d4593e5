import assert from 'node:assert/strict'
import { test } from 'node:test'

import { headOf } from '../../../build/page-head.ts'
import { contentSecurityPolicy } from '../../../main/window/policy.ts'

/** Browsers read this one only from a header. */
const headerOnly = "frame-ancestors 'none'"

const lines = (policy: unknown): readonly string[] => String(policy).split('; ')

test('every page states the policy that its header states', () => {
  const policy = headOf('build').find(({ attrs }) => attrs?.['http-equiv'] === 'Content-Security-Policy')
  assert.ok(lines(contentSecurityPolicy).includes(headerOnly))
  assert.deepEqual(
    lines(policy?.attrs?.['content']),
    lines(contentSecurityPolicy).filter((line) => line !== headerOnly),
  )
})

test('no page asks for an icon file', () =>
  assert.ok(headOf('build').some(({ attrs }) => attrs?.['rel'] === 'icon' && attrs['href'] === 'data:,')))
