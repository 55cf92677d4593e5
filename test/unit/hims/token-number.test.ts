import assert from 'node:assert/strict'
import { test } from 'node:test'

import { tokenLabel } from '../../../domain/hospital/token.ts'
import { cutBlock, prefixesOf } from '../../../hims/lease/cut-block.ts'
import { seeded } from '../../hostile/dispense-search.ts'
import { hospital } from './hospital.ts'
import { newId } from './terminal.ts'

const TERMINALS = 200
const DAYS = 7
const four = (en: string) => ({ en, hi: en, pa: en, ur: en })

/** What can be said in one breath: a letter or two, and at most five digits. */
const sayable = /^[A-Z]{1,2}[- ]?\d{1,5}$/

test('200 terminals give numbers for a week without a line, and no two are equal', async (t) => {
  const { hims } = await hospital(t)
  const { commit, store } = hims.inside
  const letters = ['M', 'S', 'E', 'G']
  const report = await hims.load(
    letters.map((prefix) => ({
      table: 'department',
      row: {
        code: `d-${prefix.toLowerCase()}`,
        name: four(prefix),
        prefix,
        room: '1',
        floor: 1,
        line: 'blue',
        sign: 'medicine',
      },
    })),
  )
  assert.deepEqual(report.refused, [])
  const stem = newId().slice(0, 24)
  await commit(1, (work) =>
    work
      .insertInto('terminal')
      .values(
        Array.from({ length: TERMINALS }, (_, at) => ({
          id: `${stem}${at.toString(16).padStart(12, '0')}`,
          number: 1000 + at,
          role: 'kiosk' as const,
          label: `Kiosk ${at}`,
          public_key: `${at}`.padStart(64, '0'),
          facility: 'test-hospital',
          epoch: 1,
          last_n: 0,
          enrolled_at: '2026-11-22T00:00:00.000Z',
          retired_at: null,
        })),
      )
      .execute(),
  )
  const terminals = (await store.selectFrom('terminal').select('id').execute()).map(({ id }) => id)
  const random = seeded(200)
  const shuffled = terminals.map((id) => ({ id, at: random() })).toSorted((one, other) => one.at - other.at)
  const given = new Set<string>()
  let count = 0
  for (let day = 0; day < DAYS; day += 1) {
    const date = `2026-11-${22 + day}`
    const wanted = letters.map((prefix) => ({
      department: `d-${prefix.toLowerCase()}`,
      day: date,
      count: 1 + Math.floor(random() * 100),
    }))
    await commit(1, async (work) => {
      const prefixes = await prefixesOf(work, wanted)
      assert.ok(prefixes.ok)
      for (const { id } of shuffled) {
        for (const each of prefixes.value) {
          // Each gives some of its block, and asks for more when it is used up: a second block on some days.
          const blocks = random() < 0.1 ? 2 : 1
          for (let turn = 0; turn < blocks; turn += 1) {
            const block = await cutBlock(work, id, each)
            const used = Math.floor(random() * (block.high - block.low + 2))
            for (let number = block.low; number < block.low + used; number += 1) {
              const label = tokenLabel({ ...block, number })
              assert.match(label, sayable)
              const name = `${date} ${label}`
              assert.ok(!given.has(name), `${name} twice`)
              given.add(name)
              count += 1
            }
          }
        }
      }
    })
  }
  console.log(`token numbers: 0 equal of ${count.toLocaleString('en')}`)
  assert.ok(count > 50_000)
})
