import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { existsSync, copyFileSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { test } from 'node:test'
import type { TestContext } from 'node:test'

import Database from 'better-sqlite3'

import { ceremony } from '../../../build/demo/ceremony.ts'
import { hexOf } from '../../../domain/card/bytes.ts'
import { readCard } from '../../../domain/card/card-code.ts'
import { takeTrustList } from '../../../domain/card/trust-list.ts'
import { LeaseReply } from '../../../domain/wire/sync.ts'
import { ed25519PublicKey, verifyRaw } from '../../../hims/crypto/ed25519.ts'
import { firstSchema } from '../../../hims/database/first-schema.ts'
import type { Hims } from '../../../hims/hims.ts'
import { issuingKey } from '../../../hims/issuer/issuing-key.ts'
import { readKeyCommand } from '../../../hims/key/command-line.ts'
import { certify } from '../../../hims/key/request.ts'
import { runKeys } from '../../../hims/key/run.ts'
import { openHims } from '../../../hims/open.ts'
import { himsServer } from '../../../hims/server.ts'
import { freshPath, hospital, rows } from './hospital.ts'
import { listsOf, statusesOf, trustedBy } from './card-lists.ts'
import { enrolled, newId } from './terminal.ts'
import type { TestTerminal } from './terminal.ts'

const DAY = 24 * 3_600_000
const rootSeed = new Uint8Array(32).fill(0xaa)

const lease = async (terminal: TestTerminal, cards: number, tokens: readonly object[] = []) => {
  const body = { id: newId(), cards, tokens }
  return LeaseReply.parse((await terminal.call('POST', '/sync/v1/lease', body)).body)
}

async function opened(t: TestContext, now: () => number, path = freshPath(t)): Promise<Hims> {
  const hims = await openHims({ database: path, now, random: randomBytes })
  t.after(() => hims.close())
  return hims
}

const kidInUse = async (hims: Hims): Promise<string | null> => (await hims.cardKeys.show()).issuing

test('without a certified list key HIMS leases numbers and no cards, and says so', async (t) => {
  const hims = await opened(t, Date.now)
  const server = himsServer(hims)
  t.after(() => server.close())
  const base = await server.listen({ host: '127.0.0.1', port: 0 })
  await hims.load(rows)
  const desk = await enrolled(base, (await hims.createEnrolment({ role: 'desk', label: 'Desk' })).code)
  const tokens = [{ department: 'medicine', day: '2026-11-22', count: 5 }]
  const before = await lease(desk, 5, tokens)
  assert.deepEqual([before.cards.length, before.tokens.length], [0, 1])
  assert.deepEqual([(await listsOf(desk)).trust, (await listsOf(desk)).status], [null, null])
  const delegated = await desk.call('POST', '/sync/v1/delegate', { publicKey: '12'.repeat(32) })
  assert.deepEqual([delegated.status, delegated.body['detail']], [400, 'no-list-key'])
  const { issuing, todo, keys } = await hims.cardKeys.show()
  assert.deepEqual([issuing, keys, todo.map(({ what }) => what)], [null, [], ['certify-list-key']])
  await ceremony(hims, { now: Date.now, rootSeed })
  assert.equal((await lease(desk, 5)).cards.length, 5)
})

test('a certificate for another key, from another root or for other days is not taken', async (t) => {
  const hims = await opened(t, Date.now)
  const other = await opened(t, Date.now)
  const { publicKey } = await other.cardKeys.request()
  const year = { from: '2020-01-01', to: '2099-12-31' }
  const strange = certify({ publicKey, serial: 5 }, rootSeed, year)
  assert.deepEqual(await hims.cardKeys.install(strange.certificate, strange.root), { ok: false, problem: 'other-key' })
  const own = await hims.cardKeys.request()
  assert.deepEqual((await hims.cardKeys.request()).publicKey, own.publicKey, 'one key waits at a time')
  const good = certify({ publicKey: own.publicKey, serial: 5 }, rootSeed, year)
  assert.deepEqual(await hims.cardKeys.install(good.certificate, 'ab'.repeat(32)), {
    ok: false,
    problem: 'not-a-certificate',
  })
  const past = certify({ publicKey: own.publicKey, serial: 5 }, rootSeed, { from: '2020-01-01', to: '2020-12-31' })
  assert.deepEqual(await hims.cardKeys.install(past.certificate, past.root), { ok: false, problem: 'wrong-period' })
  assert.ok((await hims.cardKeys.install(good.certificate, good.root)).ok)
})

test('a new key signs a week after it is published, which an outage may last, and the old one goes on proving its cards', async (t) => {
  let now = Date.parse('2026-11-22T05:00:00.000Z')
  const hims = await opened(t, () => now)
  await ceremony(hims, { now: () => now, rootSeed })
  const first = await kidInUse(hims)
  now += 60_000
  const made = await hims.cardKeys.rotate()
  assert.ok(made.ok)
  now += 6 * DAY
  assert.equal(await kidInUse(hims), first, 'a terminal that was cut off before has not heard of the new key yet')
  now += DAY
  assert.equal(await kidInUse(hims), made.value)
  const { keys } = await hims.cardKeys.show()
  assert.deepEqual(new Set(keys.map(({ kid }) => kid)), new Set([first, made.value]))
})

test('the next key is made a month before the last one ends, without anybody', async (t) => {
  let now = Date.parse('2026-11-22T05:00:00.000Z')
  const hims = await opened(t, () => now)
  await ceremony(hims, { now: () => now, rootSeed })
  const first = await kidInUse(hims)
  now += 330 * DAY
  await kidInUse(hims)
  assert.equal((await hims.cardKeys.show()).keys.length, 1)
  now += 8 * DAY
  assert.equal(await kidInUse(hims), first)
  assert.equal((await hims.cardKeys.show()).keys.length, 2)
  now += 8 * DAY
  assert.notEqual(await kidInUse(hims), first)
  assert.equal((await hims.cardKeys.show()).keys.length, 2)
})

test('a stolen key is withdrawn from a day on, another takes its place, and its name is never given again', async (t) => {
  const hims = await opened(t, Date.now)
  const root = await ceremony(hims, { now: Date.now, rootSeed })
  const stolen = await kidInUse(hims)
  assert.ok(stolen !== null)
  const before = await hims.cardKeys.trust()
  assert.deepEqual(await hims.cardKeys.withdraw('0000', '2026-01-01'), { ok: false, problem: 'unknown-key' })
  assert.ok((await hims.cardKeys.withdraw(stolen, '2026-01-01')).ok)
  assert.ok((await hims.cardKeys.withdraw(stolen, '2026-06-01')).ok)
  const { issuing, keys } = await hims.cardKeys.show()
  assert.notEqual(issuing, stolen)
  assert.equal(keys.find(({ kid }) => kid === stolen)?.withdrawn, '2026-01-01', 'no later day brings it back')
  const after = await hims.cardKeys.trust()
  assert.ok(before !== null && after !== null)
  const world = { roots: [root], verify: verifyRaw, today: null }
  const newer = takeTrustList(null, after, world)
  assert.ok(newer.ok)
  assert.deepEqual(takeTrustList(newer.value, before, world), { ok: false, problem: 'older' })
})

test('when the certificate is over no list is signed, and cards are leased on under the keys of the last one', async (t) => {
  let now = Date.parse('2026-11-22T05:00:00.000Z')
  const hims = await opened(t, () => now)
  await ceremony(hims, { now: () => now, rootSeed })
  now += 700 * DAY
  const kid = await kidInUse(hims)
  assert.deepEqual(
    (await hims.cardKeys.show()).todo.map(({ what }) => what),
    ['renew-certificate'],
  )
  now += 40 * DAY
  assert.equal(await kidInUse(hims), kid)
  assert.deepEqual(await hims.cardKeys.rotate(), { ok: false, problem: 'no-list-key' })
  assert.equal(await hims.inside.statusFor(0), null)
  now += 400 * DAY
  assert.equal(await kidInUse(hims), null)
})

test('private keys lie in the database only as ciphertext, and the key file is its owner’s alone', async (t) => {
  const path = freshPath(t)
  const seeds: Uint8Array[] = []
  const random = (length: number): Uint8Array => {
    const bytes = Uint8Array.from(randomBytes(length))
    if (length === 32) seeds.push(bytes)
    return bytes
  }
  const hims = await openHims({ database: path, now: Date.now, random })
  await ceremony(hims, { now: Date.now, rootSeed })
  await hims.close()
  const file = readFileSync(path)
  assert.ok(seeds.length >= 4)
  for (const seed of seeds) {
    assert.equal(file.includes(Buffer.from(seed)), false)
    assert.equal(file.includes(Buffer.from(hexOf(seed))), false)
  }
  assert.equal(statSync(`${path}.key`).mode & 0o777, 0o600)
  // The key file is lost: HIMS serves, signs nothing, and says what is missing; with the file all is as before.
  copyFileSync(`${path}.key`, `${path}.kept`)
  rmSync(`${path}.key`)
  const without = await openHims({ database: path, now: Date.now, random: randomBytes })
  const { issuing, todo } = await without.cardKeys.show()
  assert.deepEqual([issuing, todo[0]?.what], [null, 'find-key-file'])
  await without.close()
  copyFileSync(`${path}.kept`, `${path}.key`)
  const again = await opened(t, Date.now, path)
  assert.notEqual(await kidInUse(again), null)
  writeFileSync(`${path}.key`, 'scribbled')
  await assert.rejects(openHims({ database: path, now: Date.now, random: randomBytes }), /is not a key file/)
})

test('a database of the first version keeps its keys, wraps them, and lists the cards that were lost', async (t) => {
  const path = freshPath(t)
  const seed = Uint8Array.from(randomBytes(32))
  const publicKey = hexOf(ed25519PublicKey(seed))
  const old = new Database(path)
  old.pragma('journal_mode = WAL')
  old.exec(firstSchema)
  old.pragma('user_version = 1')
  const record = old.prepare(`INSERT INTO record VALUES (?, ?, ?, 1, '2026-11-01T00:00:00.000Z', ?)`)
  const issuer = { kid: 'd15a', publicKey, notBefore: '2026-11-01', notAfter: '2027-11-01' }
  record.run(1, 'issuer_key', 'd15a', JSON.stringify(issuer))
  record.run(
    2,
    'issuer_key',
    'beef',
    JSON.stringify({ ...issuer, kid: 'beef', publicKey: '77'.repeat(32), facilities: ['gtb'] }),
  )
  const card = {
    cardId: 'c0ffee0123456789',
    personId: newId(),
    statusIndex: 70_000,
    issued: '2026-11-01',
    expires: '2027-11-01',
    status: 'lost',
  }
  record.run(3, 'card', card.cardId, JSON.stringify(card))
  old.prepare('INSERT INTO issuing_key VALUES (?, ?, ?, ?)').run('d15a', hexOf(seed), '2026-11-01', '2027-11-01')
  old.exec(
    `UPDATE counter SET value = 3 WHERE name = 'cursor'; UPDATE counter SET value = 70000 WHERE name = 'status-index'`,
  )
  old.close()

  const now = () => Date.parse('2026-11-22T05:00:00.000Z')
  const hims = await openHims({ database: path, now, random: randomBytes })
  assert.equal(await kidInUse(hims), null, 'nobody has certified its lists yet')
  const root = await ceremony(hims, { now, rootSeed })
  assert.equal(await kidInUse(hims), 'd15a')
  const trust = await hims.cardKeys.trust()
  assert.ok(trust !== null)
  const held = takeTrustList(null, trust, { roots: [root], verify: verifyRaw, today: null })
  assert.ok(held.ok)
  assert.deepEqual(
    held.value.list.keys.map(({ kid, facilities }) => [kid, facilities]),
    [
      ['beef', ['gtb']],
      ['d15a', null],
    ],
  )
  const news = await hims.inside.statusFor(0)
  assert.ok(news !== null)
  const base64 = (bytes: Uint8Array | null) => (bytes === null ? null : Buffer.from(bytes).toString('base64'))
  const common = { incarnation: '', schema: 1, serverTime: '', trust: null, emergency: [] }
  const status = { snapshot: base64(news.snapshot), delta: base64(news.delta) }
  assert.deepEqual(statusesOf(held.value, { ...common, status }).codes, new Map([[70_000, 1]]))
  await hims.close()
  assert.equal(readFileSync(path).includes(hexOf(seed)), false)
})

test('a HIMS that came back from an old copy passes what its terminals hold', async (t) => {
  const { hims, enrol, root } = await hospital(t)
  const desk = await enrol('desk')
  const seq = (await hims.cardKeys.show()).trustSeq ?? 0
  const reply = await listsOf(desk, { trust: seq + 7, status: 40 })
  const held = trustedBy(root, reply.trust)
  assert.equal(held.list.seq, seq + 8)
  const { head } = statusesOf(held, reply)
  assert.ok(head.seq > 40)
  // A terminal that claims the impossible moves nothing.
  const mad = await listsOf(desk, { trust: Number.MAX_SAFE_INTEGER, status: Number.MAX_SAFE_INTEGER })
  assert.equal(trustedBy(root, mad.trust).list.seq, seq + 8)
  assert.equal(statusesOf(held, mad).head.seq, head.seq)
})

test('lists of a HIMS that was restored go on above those that its terminals may hold', async (t) => {
  const { hims, enrol, root } = await hospital(t)
  const desk = await enrol('desk')
  const before = await listsOf(desk)
  const held = trustedBy(root, before.trust)
  const { head, codes } = statusesOf(held, before)
  await hims.declareRestored()
  const after = await listsOf(desk, { trust: held.list.seq, status: head.seq })
  const trust = trustedBy(root, after.trust, held)
  assert.ok(trust.list.seq > held.list.seq + 1000)
  assert.ok(statusesOf(trust, after, codes).head.seq > head.seq + 1000)
})

test('a desk’s own key is delegated once, for its hospital, and ends with the desk', async (t) => {
  const { hims, enrol, root } = await hospital(t)
  const [desk, other, kiosk] = [await enrol('desk'), await enrol('desk'), await enrol('kiosk')]
  const publicKey = '34'.repeat(32)
  const ask = (terminal: TestTerminal, key = publicKey) =>
    terminal.call('POST', '/sync/v1/delegate', { publicKey: key })
  const [first, again] = [await ask(desk), await ask(desk)]
  assert.equal(first.status, 200)
  assert.deepEqual([again.body['kid'], again.body['notAfter']], [first.body['kid'], first.body['notAfter']])
  const days = (Date.parse(String(first.body['notAfter'])) - Date.parse(String(first.body['notBefore']))) / DAY
  assert.equal(days, 400)
  assert.equal((await ask(other)).body['detail'], 'key-of-another')
  assert.equal((await ask(other, `01${'00'.repeat(31)}`)).body['detail'], 'unsound-key')
  for (let more = 1; more < 8; more++) assert.equal((await ask(desk, `${more}a`.repeat(32))).status, 200)
  assert.equal((await ask(desk, '8a'.repeat(32))).body['detail'], 'too-many-keys')
  assert.equal((await ask(kiosk, '56'.repeat(32))).body['detail'], 'not-a-desk')
  const held = trustedBy(root, (await listsOf(other)).trust)
  const key = held.list.keys.find(({ kid }) => kid === first.body['kid'])
  assert.deepEqual([key?.publicKey, key?.kind, key?.facilities], [publicKey, 'delegated', ['test-hospital']])
  await hims.retire(desk.id)
  const after = trustedBy(root, (await listsOf(other, { trust: held.list.seq, status: 0 })).trust, held)
  assert.equal(after.list.keys.find(({ kid }) => kid === key?.kid)?.withdrawn, key?.notBefore)
})

test('the keys of the sealed part go to terminals of staff, not to kiosks', async (t) => {
  const { enrol } = await hospital(t)
  const [desk, shop, kiosk] = [await enrol('desk'), await enrol('pharmacy'), await enrol('kiosk')]
  const [first] = (await listsOf(desk)).emergency
  assert.match(first?.key ?? '', /^[0-9a-f]{64}$/)
  assert.deepEqual((await listsOf(shop)).emergency, [first])
  assert.deepEqual((await listsOf(kiosk)).emergency, [])
})

test('two officers take a HIMS through the ceremony with the commands alone', async (t) => {
  const path = freshPath(t)
  const at = (name: string): string => `${path}.${name}`
  writeFileSync(at('one'), 'correct horse battery\n')
  writeFileSync(at('two'), 'staple clip board\n')
  const officers = ['--passphrase-file', at('one'), '--passphrase-file', at('two')]
  const said: string[] = []
  const world = {
    print: (line: string) => void said.push(line),
    complain: (line: string) => void said.push(line),
    now: Date.now,
    random: randomBytes,
    stdin: process.stdin,
  }
  const keys = async (...args: readonly string[]): Promise<number> => {
    const command = readKeyCommand(args)
    assert.ok(command.ok, JSON.stringify(command))
    return runKeys(command.value, world)
  }
  const database = ['--database', path]
  assert.equal(await keys('root', '--out', at('root'), ...officers), 0)
  assert.equal(await keys('root', '--out', at('root'), ...officers), 1, 'a root is never written over')
  const rootFile = `${at('root')}/card-root.json`
  const { publicKey } = JSON.parse(readFileSync(rootFile, 'utf8'))
  assert.equal(await keys('show', ...database), 1)
  assert.equal(existsSync(path), false, 'a mistyped path leaves nothing behind')
  assert.equal(await keys('request', ...database, '--out', at('request')), 0)
  assert.equal(await keys('show', ...database), 1)
  const days = ['--from', '2020-01-01', '--to', '2099-12-31', '--root', rootFile, '--out', at('certificate')]
  assert.equal(await keys('certify', at('request'), ...days, '--passphrase-file', at('one')), 1, 'one officer alone')
  assert.match(said.at(-1) ?? '', /both halves are needed/)
  assert.equal(await keys('certify', at('request'), ...days, ...officers), 0)
  assert.equal(await keys('verify', at('certificate'), '--root', publicKey), 0)
  assert.equal(await keys('install', at('certificate'), ...database), 0)
  assert.equal(await keys('show', ...database), 0)
  assert.equal(await keys('rotate', ...database), 0)
  assert.equal(await keys('trust', ...database, '--out', at('trust')), 0)
  assert.equal(await keys('verify', at('trust'), '--root', publicKey), 0)
  assert.equal(await keys('verify', at('trust'), '--root', 'ab'.repeat(32)), 1)
  const request = JSON.parse(readFileSync(at('request'), 'utf8'))
  writeFileSync(at('forged'), JSON.stringify({ ...request, publicKey: '12'.repeat(32) }))
  assert.equal(await keys('certify', at('forged'), ...days, ...officers), 1)
  const [kid = ''] = /^ {2}([0-9a-f]{4}) HIMS.*in use/m.exec(said.join('\n'))?.slice(1) ?? []
  assert.equal(await keys('withdraw', kid, '--from', '2026-01-01', ...database), 0)
  assert.equal(await keys('show', ...database), 0)
  assert.match(said.join('\n'), new RegExp(`${kid} HIMS.*withdrawn from 2026-01-01`))
})

test('a command that cannot be carried out is refused in one line', () => {
  const wrong = [
    ['root'],
    ['dance'],
    ['certify', 'r', '--root', 'f', '--out', 'o', '--from', '2027-01-02', '--to', '2027-01-01'],
    ['withdraw', 'xyz', '--from', '2027-01-01', '--database', 'd'],
    ['withdraw', '12af', '--from', 'today', '--database', 'd'],
    ['verify', 'f', '--root', 'short'],
    ['show'],
    ['install', '--database', 'd'],
    ['--no-such'],
  ]
  for (const args of wrong) assert.equal(readKeyCommand(args).ok, false, args.join(' '))
  assert.deepEqual(readKeyCommand([]), { ok: true, value: { kind: 'help' } })
})

test('each leased card names the key that signed it', async (t) => {
  const { hims, enrol } = await hospital(t)
  const { cards } = await lease(await enrol('desk'), 3)
  const key = await hims.inside.commit(1, (store) => issuingKey(store, hims.inside.issuer))
  for (const { text } of cards) {
    const read = readCard(text)
    assert.equal(read.ok ? read.value.facts.kid : null, key?.kid)
  }
})
