import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'

import { isTrustedFrame } from '../../../main/ipc/page.ts'
import { developmentServer } from '../../../main/window/development.ts'
import { pageFiles } from '../../../main/window/page-files.ts'
import { APP, isOurs, mayUse } from '../../../main/window/policy.ts'

test('only our own address is ours', () => {
  assert.ok(isOurs('app://terminal/desk/index.html', APP))
  for (const url of [
    'app://terminal.evil/desk/index.html',
    'app://evil/terminal',
    'http://terminal/desk',
    'app:terminal',
    'javascript:app://terminal/',
    'https://app//terminal',
    '',
  ]) {
    assert.ok(!isOurs(url, APP), url)
  }
})

test('only the top frame of a page of ours may ask', () => {
  const page = { url: 'app://terminal/desk/index.html', parent: null }
  assert.ok(isTrustedFrame(page, APP))
  assert.ok(!isTrustedFrame(null, APP), 'a frame that is gone')
  assert.ok(!isTrustedFrame({ ...page, parent: page }, APP), 'a frame inside a page')
  assert.ok(!isTrustedFrame({ ...page, url: 'https://evil.example/' }, APP), 'a page from elsewhere')
})

test('a page may look through the camera and nothing else', () => {
  const page = 'app://terminal/desk/index.html'
  assert.ok(mayUse('media', ['video'], page, APP))
  assert.ok(!mayUse('media', ['audio'], page, APP))
  assert.ok(!mayUse('media', ['video', 'audio'], page, APP))
  assert.ok(!mayUse('media', [], page, APP))
  assert.ok(!mayUse('media', ['video'], 'https://evil.example/', APP))
  for (const permission of ['geolocation', 'notifications', 'hid', 'serial', 'usb', 'clipboard-read', 'midi']) {
    assert.ok(!mayUse(permission, ['video'], page, APP), permission)
  }
})

const root = mkdtempSync(join(tmpdir(), 'pages-'))
after(() => rmSync(root, { recursive: true }))
mkdirSync(join(root, 'renderer/desk'), { recursive: true })
writeFileSync(join(root, 'renderer/desk/index.html'), '<!doctype html>')
writeFileSync(join(root, 'secret.html'), 'secret')

test('a page is served with its policy, and nothing outside its folder is', async () => {
  const answer = pageFiles(join(root, 'renderer'))
  const page = await answer(new Request('app://terminal/desk/index.html'))
  assert.equal(page.status, 200)
  const policy = page.headers.get('content-security-policy') ?? ''
  for (const part of ["default-src 'none'", "connect-src 'none'", "require-trusted-types-for 'script'"]) {
    assert.ok(policy.includes(part), part)
  }
  assert.ok(!policy.includes('unsafe-inline') && !policy.includes("'unsafe-eval'"))
  for (const path of [
    '../secret.html',
    '%2e%2e/secret.html',
    '..%2fsecret.html',
    'desk/%2e%2e%2f%2e%2e%2fsecret.html',
    'desk',
  ]) {
    assert.equal((await answer(new Request(`app://terminal/${path}`))).status, 404, path)
  }
  assert.equal((await answer(new Request('app://evil/desk/index.html'))).status, 404)
})

test('a page server is only believed on this machine and never in a packaged app', () => {
  const env = { HIMS_PAGE_SERVER: 'http://127.0.0.1:5173/' }
  assert.equal(developmentServer(false, env)?.url, 'http://127.0.0.1:5173')
  assert.equal(developmentServer(true, env), null)
  assert.equal(developmentServer(false, {}), null)
  assert.equal(developmentServer(false, { HIMS_PAGE_SERVER: 'http://evil.example/' }), null)
})
