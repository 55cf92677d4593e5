import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'

const root = join(import.meta.dirname, '../../..')
const rules = join(root, 'domain/scheme/rules-delhi.json')
const folder = mkdtempSync(join(tmpdir(), 'schemes-'))
after(() => rmSync(folder, { recursive: true }))

function schemes(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'build/schemes.ts'), ...args], {
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

function written(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

test('a file in order passes, and a mistake is named with its line', () => {
  assert.equal(schemes('check', rules).status, 0)
  assert.equal(schemes('check', '--strict', rules).status, 1)
  const text = readFileSync(rules, 'utf8').replace('"fact": "delhi-home"', '"fact": "delhi-house"')
  const bad = written('bad.json', text)
  const { status, stdout } = schemes('check', bad)
  assert.equal(status, 1)
  const line = text.split('\n').findIndex((each) => each.includes('delhi-house')) + 1
  assert.ok(stdout.includes(`${bad}:${line}: error: there is no fact "delhi-house"`), stdout)
  assert.equal(schemes('check', join(folder, 'nothing.json')).status, 2)
})

test('a person’s answers are explained in the language asked for', () => {
  const person = written('person.json', '{"delhi-hospital": {"value": true, "how": "spoken"}}')
  const { status, stdout } = schemes('explain', rules, '--person', person, '--language', 'ur', '--day', '2026-11-22')
  assert.equal(status, 0)
  assert.ok(stdout.includes('ہاں: دہلی میں مفت دوا اور جانچ'), stdout)
  const wrong = written('wrong.json', '{"wealth": {"value": 1, "how": "spoken"}}')
  assert.match(schemes('explain', rules, '--person', wrong).stderr, /wealth: there is no such fact/)
})
