import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { TestContext } from 'node:test'

import { CardListsReply } from '../../../domain/wire/card-lists.ts'
import { rules } from '../../../hims/command/rules.ts'
import type { Hims } from '../../../hims/hims.ts'
import { passLists } from '../../../hims/status/pass-lists.ts'
import { cardLists } from '../../../main/store/card-lists.ts'
import { openStore } from '../../../main/store/store.ts'
import { removeFolder, storeKey, temporaryFolder } from '../../fake/world.ts'
import { hubBelow, terminalAt, until } from './hub-below.ts'
import { hospital } from './hospital.ts'
import type { TestTerminal } from './terminal.ts'

const bundled = readFileSync(new URL('../../../domain/scheme/rules-delhi.json', import.meta.url), 'utf8')
const edition = (version: number): string => bundled.replace(/"version": \d+/, `"version": ${version}`)

function folder(context: TestContext): string {
  const made = temporaryFolder()
  context.after(() => removeFolder(made))
  return made
}

/** A desk's store that pins this root. */
function shelf(context: TestContext, root: string) {
  const opened = openStore({ folder: folder(context), key: storeKey, role: 'desk', seed: new Uint8Array(32).fill(3) })
  assert.ok(opened.ok)
  context.after(() => opened.value.close())
  const lists = cardLists(opened.value, [root])
  const take = (reply: CardListsReply) =>
    opened.value.database.transaction(() =>
      lists.take(reply, { at: '2026-11-22T05:00:00.000Z', today: new Date().toISOString().slice(0, 10) }),
    )()
  return { lists, take, again: () => cardLists(opened.value, [root]) }
}

async function publish(context: TestContext, hims: Hims, text: string) {
  const file = join(folder(context), 'rules.json')
  writeFileSync(file, text)
  const said: string[] = []
  const code = await rules(hims, file, { print: (line) => said.push(line), complain: (line) => said.push(line) })
  return { code, said: said.map((line) => line.replace(file, 'FILE')) }
}

const ask = async (terminal: TestTerminal, held: object): Promise<CardListsReply> =>
  CardListsReply.parse((await terminal.call('POST', '/sync/v1/card-lists', held)).body)

test('an edited file is checked, signed and taken by a desk; an older one is refused', async (t) => {
  const { enrol, hims, root } = await hospital(t)
  const [desk, pharmacy] = [await enrol('desk'), await enrol('pharmacy')]
  const { lists, take, again } = shelf(t, root)
  assert.equal(lists.rules().signed, null, 'before any has come those of the program serve')
  assert.equal((await ask(desk, lists.held())).rules, null)

  const broken = await publish(t, hims, edition(7).replace('"fact": "income"', '"fact": "incom"'))
  assert.equal(broken.code, 1)
  assert.match(broken.said[0] ?? '', /^FILE:\d+: error: .*incom/)
  assert.deepEqual(await publish(t, hims, edition(7)).then(({ said }) => said.at(-1)), '{"version":7,"number":1}')
  const seventh = await ask(desk, lists.held())
  assert.equal(take(seventh), 'taken')
  assert.deepEqual([lists.rules().file.version, lists.rules().signed?.seq], [7, 1])
  assert.equal((await ask(desk, lists.held())).rules, null, 'nothing is sent twice')
  assert.equal((await ask(pharmacy, { trust: 0, status: 0, rules: 0 })).rules, null)
  assert.equal((await ask(desk, { trust: 0, status: 0 })).rules, null, 'a terminal from before is sent none')

  const lower = await publish(t, hims, edition(7))
  assert.deepEqual(lower, { code: 1, said: ['hims: not published; "version" has to be above 7, which is in force'] })
  assert.equal((await publish(t, hims, edition(8))).code, 0)
  assert.equal(take(await ask(desk, lists.held())), 'taken')
  assert.deepEqual([again().rules().file.version, again().held().rules], [8, 2], 'they are kept')
  assert.equal(take({ ...seventh, trust: null, status: null }), 'refused')
  assert.equal(lists.rules().file.version, 8)
})

test('a HIMS that came back from a copy goes on above the number that desks hold', async (t) => {
  const { enrol, hims, root } = await hospital(t)
  const desk = await enrol('desk')
  await publish(t, hims, edition(7))
  const { lists, take } = shelf(t, root)
  take(await ask(desk, lists.held()))
  // The desk has heard more than this HIMS remembers.
  const ahead = await ask(desk, { trust: 0, status: 0, rules: 40 })
  assert.equal(ahead.rules?.seq, 41)
  await hims.inside.commit(1, (store) => passLists(store, hims.inside.issuer))
  assert.equal(take(await ask(desk, lists.held())), 'taken')
  assert.ok((lists.rules().signed?.seq ?? 0) > 41)
  assert.equal(lists.rules().file.version, 7)
})

test('a hub passes rules on, also while HIMS is away', async (t) => {
  const above = await hospital(t)
  await publish(t, above.hims, edition(7))
  const hub = await hubBelow(t, above)
  const desk = await terminalAt(above, hub, 'desk')
  const { lists, take } = shelf(t, above.root)
  await until(async () => (await ask(desk.hub, lists.held())).rules != null, 'the hub to know this desk')
  hub.line.up = false
  const cut = await ask(desk.hub, lists.held())
  assert.equal(cut.rules?.seq, 1)
  assert.equal(take(cut), 'taken')
  assert.equal(lists.rules().file.version, 7)
})
