import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { cpSync, rmSync, writeFileSync } from 'node:fs'
import { test } from 'node:test'

import type { Hims } from '../../../hims/hims.ts'
import { openHims } from '../../../hims/open.ts'
import { freshPath } from './hospital.ts'
import { person, rows } from './row.ts'

const openAt = (path: string): Promise<Hims> =>
  openHims({ database: `sqlite:${path}`, now: Date.now, random: randomBytes })

test('a HIMS whose file was replaced by a copy begins a new life before anybody asks', async (t) => {
  const path = freshPath(t)
  const first = await openAt(path)
  await first.load(rows)
  const life = first.inside.incarnation.name()
  await first.close()
  cpSync(path, `${path}.copy`)
  const second = await openAt(path)
  assert.equal(second.inside.incarnation.name(), life, 'a start is no new life')
  await second.load([{ table: 'person', row: person() }])
  await second.close()
  cpSync(`${path}.copy`, path)
  rmSync(`${path}-wal`, { force: true })
  const third = await openAt(path)
  assert.notEqual(third.inside.incarnation.name(), life)
  const next = third.inside.incarnation.name()
  await third.close()
  writeFileSync(`${path}.note`, '9999999999999999\nhalf a note')
  const fourth = await openAt(path)
  assert.equal(fourth.inside.incarnation.name(), next, 'a torn note tells of nothing')
  await fourth.close()
})
