import assert from 'node:assert/strict'
import { test } from 'node:test'

import { PullReply } from '../../../domain/wire/sync.ts'
import { until } from './hub-below.ts'
import { hospital, mutation, person } from './hospital.ts'
import { newId } from './terminal.ts'
import type { TestTerminal } from './terminal.ts'

const rowsOf = async (terminal: TestTerminal, name: string): Promise<readonly unknown[]> =>
  PullReply.parse((await terminal.call('POST', '/sync/v1/pull', { cursor: 0, limit: 5000 })).body).changes.flatMap(
    ({ table, row }) => (table === name ? [row] : []),
  )

const told = ({ body }: { readonly body: Record<string, unknown> }): unknown =>
  Array.isArray(body['results'])
    ? body['results'].map(
        (result: { readonly kind: string; readonly reason?: string; readonly note?: string }) =>
          result.reason ?? result.note ?? result.kind,
      )
    : body

const say = (n: number, body: object) => ({ ...mutation(n, {}), body })

const factOf = (personId: string, value: number | null, at: string) => ({
  id: `${personId}.income`,
  personId,
  fact: 'income',
  known: value === null ? null : { value, how: 'spoken', by: [] },
  at,
  by: 'op-1',
})

const coverageOf = (personId: string) => ({
  id: newId(),
  personId,
  scheme: 'free-care',
  kind: 'programme',
  status: 'active',
  period: { start: '2026-11-22', end: null },
  payor: 'Government of Delhi',
  subscriberId: null,
  rules: { version: 1, seq: null },
  proved: [],
  confirmed: { by: 'op-1', at: '2026-11-22T05:00:00.000Z' },
})

test('of what two desks heard the later word counts, and a counter of the pharmacy hears none of it', async (t) => {
  const { enrol, hims } = await hospital(t)
  const [one, other, pharmacy] = [await enrol('desk'), await enrol('desk'), await enrol('pharmacy')]
  const who = person()
  await hims.load([{ table: 'person', row: who }])
  const [early, late] = ['2026-11-22T05:00:00.000Z', '2026-11-22T05:01:00.000Z']
  const noted = (facts: object[]) => ({ kind: 'facts.noted', facts })
  assert.deepEqual(told(await one.push([say(1, noted([factOf(who.id, 400_000, late)]))])), ['applied'])
  assert.deepEqual(told(await other.push([say(1, noted([factOf(who.id, 900_000, early)]))])), ['applied'])
  assert.deepEqual(await rowsOf(other, 'scheme_fact'), [factOf(who.id, 400_000, late)])
  const takenBack = factOf(who.id, null, '2026-11-22T05:02:00.000Z')
  const misnamed = { ...takenBack, fact: 'wage' }
  assert.deepEqual(told(await one.push([say(2, noted([takenBack])), say(3, noted([misnamed]))])), [
    'applied',
    'fact-misnamed',
  ])
  assert.deepEqual(await rowsOf(one, 'scheme_fact'), [takenBack])
  assert.deepEqual(await rowsOf(pharmacy, 'scheme_fact'), [])
  assert.deepEqual(told(await pharmacy.push([say(1, noted([takenBack]))])), ['role-may-not'])
})

test('a cover is kept as it was confirmed; it can be taken back, and then stays so', async (t) => {
  const { enrol, hims } = await hospital(t)
  const [desk, pharmacy] = [await enrol('desk'), await enrol('pharmacy')]
  const who = person()
  await hims.load([{ table: 'person', row: who }])
  const coverage = coverageOf(who.id)
  const confirmed = (row: object) => ({ kind: 'coverage.confirmed', coverage: row })
  const taken = { ...coverage, status: 'entered-in-error' }
  const answers = await desk.push([
    say(1, confirmed(coverage)),
    say(2, confirmed(coverage)),
    say(3, confirmed({ ...coverage, payor: 'Somebody else' })),
    say(4, confirmed(taken)),
    say(5, confirmed(coverage)),
  ])
  assert.deepEqual(told(answers), ['applied', 'applied', 'already-exists', 'applied', 'applied'])
  assert.deepEqual(await rowsOf(desk, 'coverage'), [taken])
  assert.deepEqual(await rowsOf(pharmacy, 'coverage'), [])
})

test('what is said of somebody whom HIMS has not heard of waits for them', async (t) => {
  const { enrol } = await hospital(t)
  const [desk, other] = [await enrol('desk'), await enrol('desk')]
  const who = person()
  const fact = factOf(who.id, 1, '2026-11-22T05:00:00.000Z')
  const early = await desk.push([say(1, { kind: 'facts.noted', facts: [fact] })])
  assert.deepEqual(told(early), ['parked'])
  assert.deepEqual(told(await other.push([say(1, { kind: 'person.registered', person: who })])), ['applied'])
  await until(async () => (await rowsOf(other, 'scheme_fact')).length === 1, 'what waits to be tried again')
  assert.deepEqual(await rowsOf(other, 'scheme_fact'), [fact])
})
