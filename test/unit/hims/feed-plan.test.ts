import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'

import { CompiledQuery } from 'kysely'

import { openHims } from '../../../hims/open.ts'
import { visible } from '../../../hims/record/visible.ts'

test('a page of the feed is read along its cursors, never by table', async (t) => {
  const hims = await openHims({ database: ':memory:', now: Date.now, random: randomBytes })
  t.after(() => hims.close())
  const { store } = hims.inside
  const { sql, parameters } = visible(store, { role: 'desk', facility: 'h' })
    .select('record.row')
    .where('record.cursor', '>', 7)
    .where('record.cursor', '<=', 9)
    .orderBy('record.cursor')
    .limit(10)
    .compile()
  const { rows } = await store.executeQuery<{ readonly detail: string }>(
    CompiledQuery.raw(`explain query plan ${sql}`, [...parameters]),
  )
  const plan = rows.map(({ detail }) => detail).join('\n')
  assert.match(plan, /SEARCH record USING INTEGER PRIMARY KEY/)
  assert.doesNotMatch(plan, /TEMP B-TREE/)
})
