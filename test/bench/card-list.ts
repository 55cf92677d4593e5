import { createHash } from 'node:crypto'
import { deflateSync, inflateSync } from 'node:zlib'

import { randomFrom } from '../../build/demo/seed/random.ts'
import type { Random } from '../../build/demo/seed/random.ts'
import { hexOf } from '../../domain/card/bytes.ts'
import { setCode } from '../../domain/card/status-list.ts'
import { readTrustList, signTrustList } from '../../domain/card/trust-list.ts'
import type { TrustedKey } from '../../domain/card/trust-list.ts'
import { ed25519Sign, ed25519Verify } from '../../main/crypto/ed25519.ts'
import { cardLists } from '../../main/store/card-lists.ts'
import { openStore } from '../../main/store/store.ts'
import { base64, certificateBy, deltaOf, listKey, root, snapshotOf, stubRoot } from '../fake/card-lists-stub.ts'
import type { Lists } from '../fake/card-lists-stub.ts'
import { removeFolder, storeKey, temporaryFolder } from '../fake/world.ts'
import { figure } from './figure.ts'
import type { Figure, Size } from './figure.ts'

const tokenStatus = 'Token Status List, 4 bits a card, zlib'
const plainList = '4-byte index and 1-byte reason each'
const bloom = 'Bloom filter of one false alarm in 10,000, SHA-256'
const jwks = 'JWKS as JSON in a JWS, node:crypto'

const issuedAt = '2026-11-22T05:00:00.000Z'
const sizes: Readonly<Record<Size, { readonly cards: number; readonly keys: number; readonly asked: number }>> = {
  full: { cards: 20_000_000, keys: 1000, asked: 1_000_000 },
  tiny: { cards: 20_000, keys: 10, asked: 100 },
}

/** Most cards end because a permanent one takes over; some are lost, a few suspended or revoked. */
const reasonOf = (random: Random): number =>
  random.weighted([
    [2, 80],
    [1, 15],
    [3, 3],
    [4, 2],
  ])

/** Signed lists about cards: how long they are, and what they cost a terminal. */
export async function cardList(size: Size): Promise<readonly Figure[]> {
  const { cards, keys, asked } = sizes[size]
  const random = randomFrom('card-list')
  const shares = [0.001, 0.05, 0.01]
  const lengths = shares.map((share) => {
    const codes = someCodes(random, cards, share)
    const pair = { ours: snapshotOf(1, issuedAt, codes).length, peer: tokenList(codes, cards).length }
    return { codes, line: figure(`whole list, ${share * 100} % of the cards not good`, 'bytes', tokenStatus, pair) }
  })
  const codes = lengths.at(-1)?.codes ?? new Map<number, number>()
  return [
    ...lengths.map(({ line }) => line),
    ...changeFigures(random, cards, codes),
    ...terminalFigures(cards, codes, asked),
    ...trustFigures(keys),
  ]
}

function someCodes(random: Random, cards: number, share: number): ReadonlyMap<number, number> {
  const codes = new Map<number, number>()
  for (let index = 0; index < cards; index++) if (random.chance(share)) codes.set(index, reasonOf(random))
  return codes
}

function tokenList(codes: ReadonlyMap<number, number>, cards: number): Uint8Array {
  const all = new Uint8Array(Math.ceil(cards / 2))
  for (const [index, code] of codes) setCode(all, index, code)
  return deflateSync(all, { level: 9 })
}

function changeFigures(random: Random, cards: number, codes: ReadonlyMap<number, number>): readonly Figure[] {
  const changes = changesOf(random, cards)
  const after = new Map([...codes, ...changes])
  const ours = deltaOf({ from: 1, seq: 2, issuedAt, changes, codes: after }).length
  return [figure('2,000 changes', 'bytes', plainList, { ours, peer: changes.size * 5 })]
}

const changesOf = (random: Random, cards: number): ReadonlyMap<number, number> =>
  new Map(Array.from({ length: 2000 }, () => [random.between(0, cards - 1), reasonOf(random)]))

function terminalFigures(cards: number, codes: ReadonlyMap<number, number>, asked: number): readonly Figure[] {
  const folder = temporaryFolder()
  const opened = openStore({ folder, key: storeKey, role: 'desk', seed: new Uint8Array(32) })
  if (!opened.ok) throw new Error(opened.problem)
  const store = opened.value
  try {
    const lists = cardLists(store, [stubRoot])
    const nothing: Lists = { trust: null, status: null, emergency: [] }
    const take = (reply: Partial<Lists>): void => {
      const taken = store.database.transaction(() =>
        lists.take({ ...nothing, ...reply }, { at: issuedAt, today: '2026-11-22' }),
      )()
      if (taken !== 'taken') throw new Error(`A genuine list was ${taken}`)
    }
    const list = signTrustList({ seq: 1, issuedAt, keys: [] }, listKey)
    take({ trust: { certificate: base64(certificateBy(root)), list: base64(list) } })
    const snapshot = base64(snapshotOf(1, issuedAt, codes))
    const whole = milliseconds(() => take({ status: { snapshot, delta: null } }))
    const packed = tokenList(codes, cards)
    const peerWhole = milliseconds(() => void inflateSync(packed))
    const changes = changesOf(randomFrom('changes'), cards)
    const after = new Map([...codes, ...changes])
    const delta = base64(deltaOf({ from: 1, seq: 2, issuedAt, changes, codes: after }))
    const changed = milliseconds(() => take({ status: { snapshot: null, delta } }))
    const peerChanged = milliseconds(() => void inflateSync(packed))
    const ours = nanoseconds(asked, (at) => lists.statusOf((at * 7919) % cards) !== null)
    const peer = nanoseconds(Math.ceil(asked / 20), bloomOf(codes, cards))
    return [
      figure('whole list verified, unpacked and saved', 'ms', `${tokenStatus}, unpacked only`, {
        ours: whole,
        peer: peerWhole,
      }),
      figure('2,000 changes verified and saved', 'ms', `${tokenStatus}, unpacked anew`, {
        ours: changed,
        peer: peerChanged,
      }),
      figure('one card looked up', 'ns', bloom, { ours, peer }),
    ]
  } finally {
    store.close()
    removeFolder(folder)
  }
}

function bloomOf(codes: ReadonlyMap<number, number>, cards: number): (at: number) => boolean {
  const bits = Math.ceil(Math.max(1, codes.size) * 19.2)
  const filter = new Uint8Array(Math.ceil(bits / 8))
  const places = (index: number): readonly number[] => {
    const hash = createHash('sha256').update(String(index)).digest()
    const [one, other] = [hash.readUInt32LE(0), hash.readUInt32LE(4)]
    return Array.from({ length: 13 }, (_, step) => (one + step * other) % bits)
  }
  for (const index of codes.keys()) {
    for (const place of places(index)) filter[place >> 3] = (filter[place >> 3] ?? 0) | (1 << (place & 7))
  }
  return (at) => places((at * 7919) % cards).every((place) => ((filter[place >> 3] ?? 0) & (1 << (place & 7))) !== 0)
}

function trustFigures(count: number): readonly Figure[] {
  const seed = new Uint8Array(32).fill(0x0d)
  const keys = Array.from({ length: count }, (_, at): TrustedKey => ({
    kid: at.toString(16).padStart(4, '0'),
    publicKey: createHash('sha256').update(String(at)).digest('hex'),
    notBefore: '2026-01-01',
    notAfter: '2027-02-04',
    facilities: at < 4 ? null : ['0710000123'],
    kind: at < 4 ? 'hims' : 'delegated',
    withdrawn: null,
  }))
  const list = signTrustList({ seq: 1, issuedAt, keys }, listKey)
  const certificate = {
    serial: 1,
    publicKey: hexOf(listKey.publicKey),
    notBefore: '2026-01-01',
    notAfter: '2099-12-31',
  }
  const json = Buffer.from(
    JSON.stringify({ seq: 1, keys: keys.map((key) => ({ kty: 'OKP', crv: 'Ed25519', ...key })) }),
  )
  const signature = ed25519Sign(seed, json)
  const publicKey = listKey.publicKey
  const ours = milliseconds(() => void readTrustList(list, certificate, ed25519Verify))
  const peer = milliseconds(() => void [ed25519Verify(publicKey, json, signature), JSON.parse(json.toString('utf8'))])
  const name = `trust list of ${count.toLocaleString('en')} keys`
  return [
    figure(name, 'bytes', jwks, { ours: list.length, peer: Math.ceil((json.length * 4) / 3) + 88 }),
    figure(`${name} verified and read`, 'ms', jwks, { ours, peer }),
  ]
}

function milliseconds(work: () => void): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

/** The second round counts: the first brings what is asked into memory. */
function nanoseconds(count: number, ask: (at: number) => boolean): number {
  let found = 0
  const round = (): void => {
    for (let at = 0; at < count; at++) if (ask(at)) found++
  }
  round()
  const taken = milliseconds(round)
  return found < 0 ? 0 : (taken * 1e6) / count
}
