import Database from 'better-sqlite3'

import type { Hospital } from '../../build/demo/seed/hospital.ts'
import type { Actor } from '../../build/demo/tour/stage.ts'

export interface PlainPick {
  /** Milliseconds until a bare table of what the person is to get stands on the page. */
  readonly show: (actor: Actor, personId: string) => Promise<number>
  readonly close: () => void
}

/** The plain approach: unencrypted tables, one joined query of items and lots, and a table without anything around it. */
export function plainPick({ prescriptions, lots, stock, medicines }: Hospital): PlainPick {
  const database = new Database(':memory:')
  database.exec(`
    CREATE TABLE item (id TEXT PRIMARY KEY, person TEXT, medicine TEXT, quantity INTEGER);
    CREATE INDEX item_person ON item (person);
    CREATE TABLE medicine (code TEXT PRIMARY KEY, name TEXT);
    CREATE TABLE lot (id TEXT PRIMARY KEY, medicine TEXT, number TEXT, expiry TEXT);
    CREATE INDEX lot_medicine ON lot (medicine);
    CREATE TABLE stock (lot TEXT, delta INTEGER);
    CREATE INDEX stock_lot ON stock (lot);
  `)
  const into = (table: string, rows: readonly (readonly unknown[])[]) => {
    const insert = database.prepare(`INSERT INTO ${table} VALUES (${rows[0]?.map(() => '?').join() ?? ''})`)
    database.transaction(() => rows.forEach((row) => insert.run(...row)))()
  }
  into(
    'item',
    prescriptions.flatMap(({ personId, items }) =>
      items.map(({ id, medicine, quantity }) => [id, personId, medicine, quantity]),
    ),
  )
  into(
    'medicine',
    medicines.map(({ code, name }) => [code, name]),
  )
  into(
    'lot',
    lots.map(({ id, medicine, lot, expiry }) => [id, medicine, lot, expiry]),
  )
  into(
    'stock',
    stock.map(({ lotId, delta }) => [lotId, delta]),
  )
  const find = database.prepare<[string]>(`
    SELECT medicine.name, item.quantity, lot.number, lot.expiry, (SELECT sum(delta) FROM stock WHERE lot = lot.id) AS here
    FROM item JOIN medicine ON medicine.code = item.medicine JOIN lot ON lot.medicine = item.medicine
    WHERE item.person = ? ORDER BY medicine.name, lot.expiry
  `)
  return {
    async show({ page }, personId) {
      const start = performance.now()
      const rows = find.all(personId)
      await page.evaluate(`new Promise((resolve) => {
        const table = document.createElement('table')
        for (const row of ${JSON.stringify(rows)}) {
          const line = table.insertRow()
          for (const text of Object.values(row)) line.insertCell().textContent = text
        }
        document.body.append(table)
        requestAnimationFrame(() => setTimeout(() => resolve(table.remove()), 0))
      })`)
      return performance.now() - start
    },
    close: () => void database.close(),
  }
}
