import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { ceremony } from '../../../build/demo/ceremony.ts'
import { OperatorId, PersonId, uuidV7 } from '../../../domain/id.ts'
import { Person } from '../../../domain/person/person.ts'
import { isBirth } from '../../../domain/scheme/known.ts'
import type { PersonFacts } from '../../../domain/scheme/known.ts'
import type { RuleFile } from '../../../domain/scheme/rule-file.ts'
import { sayMissing, sayReason } from '../../../domain/scheme/say-answer.ts'
import { factRowId } from '../../../domain/scheme/scheme-fact.ts'
import { CardListsReply } from '../../../domain/wire/card-lists.ts'
import { openHims } from '../../../hims/open.ts'
import { judgeHere } from '../../../hims/scheme/judge-here.ts'
import { publishRules, rulesInForce } from '../../../hims/scheme/rules.ts'
import { schemeHandlers } from '../../../main/service/scheme-desk.ts'
import type { Bench } from '../../../main/service/bench.ts'
import { applyChanges } from '../../../main/store/apply-change.ts'
import { cardLists } from '../../../main/store/card-lists.ts'
import { openStore } from '../../../main/store/store.ts'
import type { Store } from '../../../main/store/store.ts'
import { generatePerson } from './generate.ts'

const at = '2026-11-22T05:00:00.000Z'
const by = OperatorId.parse('op-1')

/** The record and the rows that say these facts. */
function rowsOf(facts: PersonFacts, seed: number): readonly { readonly table: string; readonly row: object }[] {
  const id = PersonId.parse(uuidV7(Date.parse(at) + seed, randomBytes(10)))
  const birth = facts['age']?.value
  const row = Person.parse({
    id,
    registeredAt: at,
    name: { latin: `Person ${'abcdefghij'.charAt(seed % 10)}`, own: null },
    sex: 'unknown',
    birth: birth !== undefined && isBirth(birth) ? birth : { kind: 'age', years: 40, asOf: '2026-11-22' },
    phone: null,
    address: { house: '', locality: '', district: null, pin: null },
    guardian: null,
    language: 'hi',
  })
  const told = Object.entries(facts).map(([fact, known]) => ({
    table: 'scheme_fact',
    row: { id: factRowId(id, fact), personId: id, fact, known, at, by },
  }))
  return [{ table: 'person', row }, ...told]
}

/** A desk that holds what HIMS sent it; whatever only writes is not there. */
function deskOver(store: Store, root: string, today: () => string) {
  const cards = cardLists(store, [root])
  const never = () => {
    throw new Error('A desk that is only asked writes nothing')
  }
  const bench: Bench = {
    store,
    cards,
    save: never,
    now: () => new Date(at),
    today,
    newId: never,
    random: never,
    session: never,
    supervisor: never,
    issuers: [],
    sightings: () => false,
    report: never,
  }
  return { cards, ask: schemeHandlers(bench)['scheme.open'] }
}

/**
 * Publishes rules at a HIMS, lets a desk's store take them and the rows of made-up people as they come from there, and
 * asks both. Gives what differed, one line a person, and null for each who was answered alike.
 */
export async function answersAtBoth(
  text: string,
  file: RuleFile,
  seeds: readonly number[],
): Promise<(string | null)[]> {
  const folder = mkdtempSync(join(tmpdir(), 'schemes-'))
  const hims = await openHims({
    database: `sqlite:${join(folder, 'hims.db')}`,
    now: () => Date.parse(at),
    random: randomBytes,
  })
  const opened = openStore({ folder, key: new Uint8Array(32).fill(7), role: 'desk', seed: new Uint8Array(32).fill(3) })
  if (!opened.ok) throw new Error('A desk’s store does not open')
  const store = opened.value
  try {
    const root = await ceremony(hims, { now: () => Date.parse(at), rootSeed: randomBytes(32) })
    const { store: kept, commit, issuer } = hims.inside
    const published = await commit(1, (write) => publishRules(write, text, issuer))
    const signed = await rulesInForce(kept)
    if (!published.ok || signed === null) throw new Error('The rules were not published')
    let today = ''
    const { cards, ask } = deskOver(store, root, () => today)
    const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
    const rules = CardListsReply.shape.rules.parse({
      seq: signed.seq,
      certificate: base64(signed.certificate),
      list: base64(signed.rules),
    })
    const offered = { trust: null, status: null, emergency: [], rules }
    if (cards.take(offered, { at, today: '2026-11-22' }) !== 'taken') throw new Error('The desk refused the rules')
    const people = seeds.map((seed) => ({ seed, ...generatePerson(file, seed) }))
    const rows = people.map(({ facts, seed }) => rowsOf(facts, seed))
    const { refused } = await hims.load(rows.flat())
    if (refused.length > 0) throw new Error(JSON.stringify(refused[0]))
    const sent = await kept.selectFrom('record').selectAll().where('name', 'in', ['person', 'scheme_fact']).execute()
    const take = applyChanges(store)
    store.database.transaction(() =>
      take(sent.map(({ name, id, version, row }) => ({ table: name, id, version, row: JSON.parse(row) }))),
    )()
    const told: (string | null)[] = []
    for (const [place, { seed, today: day }] of people.entries()) {
      today = day
      const id = Person.parse(rows[place]?.[0]?.row).id
      const above = await judgeHere(kept, id, day)
      const here = await ask({ personId: id, language: 'en' })
      const there = above?.answers.map(({ scheme, answer, reasons, missing }) => ({
        scheme,
        answer,
        reasons: reasons.map((each) => sayReason(each, file, 'en')),
        missing: missing.map((each) => sayMissing(each, file, 'en')),
      }))
      const mine = here?.lines.map(({ scheme, answer, reasons, missing }) => ({ scheme, answer, reasons, missing }))
      const isSame = mine !== undefined && JSON.stringify(mine) === JSON.stringify(there)
      told.push(isSame ? null : `seed ${seed}: HIMS and the desk answer differently`)
    }
    return told
  } finally {
    store.close()
    await hims.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
