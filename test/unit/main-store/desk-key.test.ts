import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, test } from 'node:test'

import type { TrustedKey } from '../../../domain/card/trust-list.ts'
import type { TerminalRole } from '../../../domain/wire/sync.ts'
import { cardLists } from '../../../main/store/card-lists.ts'
import { keyDelegated, keyToDelegate } from '../../../main/store/desk-key.ts'
import { openStore } from '../../../main/store/store.ts'
import type { Store } from '../../../main/store/store.ts'
import { cardListsStub, stubRoot } from '../../fake/card-lists-stub.ts'
import { removeFolder, storeKey, temporaryFolder } from '../../fake/world.ts'

let folder = ''
let store: Store | null = null
beforeEach(() => void (folder = temporaryFolder()))
afterEach(() => {
  store?.close()
  removeFolder(folder)
})

const random = (bytes: number) => Uint8Array.from(randomBytes(bytes))
const period = { notBefore: '2026-11-22', notAfter: '2027-12-27' }
const issuer: TrustedKey = {
  ...period,
  kid: 'd15a',
  publicKey: '77'.repeat(32),
  facilities: null,
  kind: 'hims',
  withdrawn: null,
}
const delegation = (kid: string) => ({ incarnation: '', schema: 1, serverTime: '', kid, ...period })

function desk(role: TerminalRole = 'desk') {
  const opened = openStore({ folder, key: storeKey, role, seed: random(32) })
  assert.ok(opened.ok)
  const here = opened.value
  store = here
  const hims = cardListsStub(() => new Date('2026-11-22T05:00:00.000Z'), issuer)
  const cards = cardLists(here, [stubRoot])
  const sync = () => {
    const reply = hims.lists(cards.held())
    here.database.transaction(() => cards.take(reply, { at: '2026-11-22T05:00:00.000Z', today: '2026-11-22' }))()
  }
  const wanted = (today = '2026-11-22') => keyToDelegate(here, { today, random, cards })
  /** HIMS puts the key into its list under this name. */
  const delegated = (publicKey: string | null, kid: string) => {
    assert.ok(publicKey !== null)
    hims.setKey({ ...issuer, kid, publicKey, kind: 'delegated', facilities: ['lnh'] })
    keyDelegated(here, publicKey, delegation(kid))
    sync()
  }
  return { here, hims, sync, wanted, delegated }
}

test('a desk asks for one key until it has it, and for the next when fewer than 120 days are left', () => {
  const { wanted, delegated } = desk()
  const first = wanted()
  assert.match(first ?? '', /^[0-9a-f]{64}$/)
  assert.equal(wanted(), first, 'the same key, however often the answer is lost')
  delegated(first, '0001')
  assert.equal(wanted(), null)
  assert.equal(wanted('2027-08-29'), null)
  const second = wanted('2027-08-30')
  assert.notEqual(second, null)
  assert.notEqual(second, first)
  assert.equal(wanted('2027-08-31'), second)
})

test('only a desk has a key', () => {
  const { wanted } = desk('kiosk')
  assert.equal(wanted(), null)
})

test('a key that HIMS has forgotten is put in again, under whatever name it gets now', () => {
  const { hims, sync, wanted, delegated, here } = desk()
  const key = wanted()
  delegated(key, '0001')
  hims.keys.splice(1, 1)
  hims.setKey({ ...issuer, kid: '0001', publicKey: '99'.repeat(32) })
  sync()
  assert.equal(wanted(), key)
  delegated(key, '0002')
  assert.equal(wanted(), null)
  assert.deepEqual(
    here.lists.deskKeys().map(({ kid }) => kid),
    ['0002'],
  )
})

test('a withdrawn key is followed by another', () => {
  const { hims, sync, wanted, delegated } = desk()
  const key = wanted()
  delegated(key, '0001')
  const inList = hims.keys.find(({ kid }) => kid === '0001')
  assert.ok(inList !== undefined)
  hims.setKey({ ...inList, withdrawn: '2026-11-22' })
  sync()
  const next = wanted()
  assert.ok(next !== null && next !== key)
})
