import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { test } from 'node:test'

import { readCommand } from '../../../hims/command/command-line.ts'
import { openEngine } from '../../../hims/database/open-engine.ts'
import { newCode, readCode } from '../../../hims/terminal/code.ts'
import { freshPath, person, rows } from './hospital.ts'

interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

const hims = (...args: readonly string[]): Promise<Ran> =>
  new Promise((resolve) => {
    execFile(process.execPath, ['hims/main.ts', ...args], (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err })
    })
  })

test('load names bad lines by their number and keeps the others', { timeout: 60_000 }, async (t) => {
  const path = freshPath(t)
  const file = `${path}.ndjson`
  const lines = [
    ...rows.map((row) => JSON.stringify(row)),
    '',
    '{"table":',
    JSON.stringify({ table: 'person', row: {} }),
  ]
  writeFileSync(file, [...lines, JSON.stringify({ table: 'person', row: person() })].join('\r\n'))
  const { code, out, err } = await hims('load', file, '--database', `sqlite:${path}`)
  assert.deepEqual([code, JSON.parse(out)], [1, { loaded: 5, refused: 2 }])
  assert.match(err, /ndjson:6: .*\n.*ndjson:7: row\./)
})

test('a command line that cannot be carried out is refused in one line', async () => {
  const postgres = await openEngine('postgres://hims:secret@127.0.0.1:1/hims')
  assert.match(postgres.ok ? '' : postgres.problem, /^postgres:\/\/hims@127.0.0.1:1\/hims: PostgreSQL [^\n]*$/)
  const refused = [
    [],
    ['--database', 'x'],
    ['enrol', '--database', 'x', '--role', 'doctor'],
    ['dance', '--database', 'x'],
  ]
  for (const args of [...refused, ['--database', 'x', '--port', '70000'], ['--no-such']]) {
    assert.equal(readCommand(args).ok, false, args.join(' '))
  }
  assert.deepEqual(readCommand(['enrol', '--help']), { ok: true, value: { kind: 'help' } })
})

test('a code survives how people type, and its check letter notices a slip', () => {
  for (let round = 0; round < 200; round++) {
    const code = newCode(randomBytes)
    const plain = code.replace('-', '')
    assert.equal(readCode(` ${code.toLowerCase().replaceAll('1', 'l').replaceAll('0', 'o')} `), plain)
    const at = round % 10
    const other = plain.charAt(at) === 'Z' ? 'Y' : 'Z'
    assert.equal(readCode(plain.slice(0, at) + other + plain.slice(at + 1)), null)
  }
})
