import assert from 'node:assert/strict'
import { test } from 'node:test'

import { isExecutableFile, findChromium } from '../../build/host/chromium.ts'
import { missingTools } from '../fake/scanner/x-keyboard.ts'
import type { Kept } from './promise.ts'
import { realKept } from './wedge-real.ts'
import { typingKept } from './wedge-typing.ts'

const progress = () => undefined

function holds(kept: readonly Kept[], say: (line: string) => void): void {
  for (const { promise, tried, broken } of kept) {
    say(`${promise}: ${broken} broken of ${tried}`)
    // Where keys came late the page had to take them for a person's, and a machine may make all of them late.
    assert.ok(tried > 0 || promise.startsWith('of our own codes'), `${promise}: never tried`)
    assert.equal(broken, 0, promise)
  }
}

test('people are never taken for scanners', (t) => {
  holds(typingKept(5000, progress), (line) => t.diagnostic(line))
})

const missing = missingTools()
const chromium = findChromium({ environment: process.env, platform: process.platform, isExecutable: isExecutableFile })
const skip =
  missing.length > 0
    ? `please install ${missing.join(', ')}: real keys need a screen of their own`
    : chromium === null && 'no Chromium on this machine'

test('scanners that type are read by real keys on six layouts', { skip, timeout: 120_000 }, async (t) => {
  holds(await realKept({ scale: 6, progress }), (line) => t.diagnostic(line))
})
