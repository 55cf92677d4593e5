import assert from 'node:assert/strict'
import { test } from 'node:test'

import { openStore } from '../../../main/store/store.ts'
import { cardBatchPeopleSql } from '../../../main/store/card-batch-query.ts'
import { cardBatchSql } from '../../../main/store/card-batch-table.ts'
import { daySql } from '../../../main/store/day-query.ts'
import { directorySql } from '../../../main/store/directory-query.ts'
import { familySql } from '../../../main/store/family-query.ts'
import { leasedSql } from '../../../main/store/leased.ts'
import { linkSql } from '../../../main/store/linked-query.ts'
import { operatorSql } from '../../../main/store/operator-query.ts'
import { orderSql } from '../../../main/store/order-query.ts'
import { personSql } from '../../../main/store/person-query.ts'
import { pharmacySql } from '../../../main/store/pharmacy-query.ts'
import { stockSql } from '../../../main/store/stock-query.ts'
import { spoolSql } from '../../../main/store/spool-table.ts'
import { placeSql } from '../../../main/store/place-table.ts'
import { visitSql } from '../../../main/store/visit-query.ts'
import { wrongCardSql } from '../../../main/store/wrong-card-table.ts'
import { removeFolder, storeKey, temporaryFolder } from '../../fake/world.ts'

/** The queue's own order is the order of its table, and it reads no further than its limit. */
const ordered = new Set<string>([spoolSql.recent, placeSql.most])

test('no question of a page reads a whole table', () => {
  const folder = temporaryFolder()
  const opened = openStore({ folder, key: storeKey, role: 'desk', seed: new Uint8Array(32) })
  assert.ok(opened.ok)
  const { database } = opened.value
  for (const sql of [
    personSql,
    linkSql,
    pharmacySql,
    orderSql,
    stockSql,
    leasedSql,
    spoolSql,
    visitSql,
    daySql,
    familySql,
    wrongCardSql,
    cardBatchSql,
    cardBatchPeopleSql,
    operatorSql,
    directorySql,
    placeSql,
  ].flatMap((table) => Object.values<string>(table))) {
    if (ordered.has(sql)) continue
    const plan = database
      .prepare<unknown[], { readonly detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all(...nulls(sql))
    const scans = plan.filter(
      ({ detail }) => detail.startsWith('SCAN') && !/VIRTUAL TABLE INDEX|\(subquery/.test(detail),
    )
    assert.deepEqual(scans, [], sql)
  }
  opened.value.close()
  removeFolder(folder)
})

const nulls = (sql: string): readonly null[] => Array.from(sql.matchAll(/\?/g), () => null)
