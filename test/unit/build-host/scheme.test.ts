import assert from 'node:assert/strict'
import { test } from 'node:test'

import { createSchemes } from '../../../build/host/scheme.ts'

const schemes = createSchemes()
schemes.register('app')

test('an address goes to Chromium and back', () => {
  for (const url of ['app://terminal/desk/index.html?q=1#top', 'app://terminal/', 'app://other/a%20b']) {
    assert.match(schemes.toWeb(url), /^https:\/\/(terminal|other)\.app\.localhost\//)
    assert.equal(schemes.fromWeb(schemes.toWeb(url)), url)
  }
  assert.equal(schemes.toWeb('app://terminal'), 'https://terminal.app.localhost/')
})

test('an address of no scheme of ours is left alone', () => {
  for (const url of [
    'https://example.com/',
    'other://terminal/',
    'data:text/plain,x',
    'https://terminal.other.localhost/',
  ]) {
    assert.equal(schemes.toWeb(url), url)
    assert.equal(schemes.fromWeb(url), url)
  }
})

test('an address that only looks like ours is not taken for it', () => {
  for (const url of [
    'https://terminal.app.localhost.evil.example/',
    'http://terminal.app.localhost/',
    'https://x@terminal.app.localhost:8443/',
  ]) {
    assert.equal(schemes.fromWeb(url).startsWith('app://terminal/'), false)
  }
})

test('a policy that names the scheme names what Chromium sees', () => {
  assert.equal(
    schemes.policyToWeb("default-src 'none'; script-src 'self' app: ; img-src app://terminal data:"),
    "default-src 'none'; script-src 'self' https://*.app.localhost ; img-src https://terminal.app.localhost data:",
  )
})
