import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'

import { Right } from '../../../domain/pharmacy/prescription.ts'
import { RightWish } from '../../../domain/pharmacy/right-wish.ts'
import { RightReply } from '../../../domain/wire/right.ts'
import { PullReply } from '../../../domain/wire/sync.ts'
import { hospital, lot, mutation, person, prescription } from './hospital.ts'
import { newId } from './terminal.ts'
import type { TestTerminal } from './terminal.ts'

export async function rowsOf(terminal: TestTerminal, table: string): Promise<readonly unknown[]> {
  const { body } = await terminal.call('POST', '/sync/v1/pull', { cursor: 0, limit: 5000 })
  return PullReply.parse(body)
    .changes.filter((change) => change.table === table)
    .map(({ row }) => row)
}

/** Two pharmacies; the newer one holds the right to ten tablets. */
export async function twoPharmacies(t: TestContext, now: () => number = Date.now) {
  const place = await hospital(t, now)
  const { hims, enrol } = place
  const [other, holder] = [await enrol('pharmacy'), await enrol('pharmacy')]
  const who = person()
  const order = prescription(who.id, 10)
  await hims.load([
    { table: 'person', row: who },
    { table: 'prescription', row: order },
  ])
  const rights = async () => (await rowsOf(other, 'right')).map((row) => Right.parse(row))
  const [first] = await rights()
  assert.ok(first)
  const open = async () =>
    (await rights())
      .filter(({ left }) => left > 0)
      .map(({ holder: by, left }) => [by === holder.id ? 'holder' : 'other', left])
  const give = (n: number, units: number, by: TestTerminal, rightId: string = first.id, id: string = newId()) => ({
    n,
    id,
    at: '2026-11-22T05:00:00.000Z',
    body: {
      kind: 'dispense.recorded',
      dispense: {
        id,
        rightId,
        itemId: first.itemId,
        prescriptionId: order.id,
        personId: who.id,
        lotId: lot.id,
        quantity: units,
        at: '2026-11-22T05:00:00.000Z',
        operator: 'pharmacist-1',
        terminal: by.id,
      },
    },
  })
  const bring = (n: number, left: number, to: string | null = null, rightId: string = first.id) =>
    mutation(n, { kind: 'right.returned', rightId, left, to, at: '2026-11-22T05:01:00.000Z' })
  const claim = async (by: TestTerminal, id: string = newId(), prescriptionId: string = order.id) => {
    const { status, body } = await by.call('POST', '/sync/v1/right', { kind: 'claim', id, prescriptionId })
    assert.equal(status, 200, JSON.stringify(body))
    const { answer } = RightReply.parse(body)
    assert.ok(answer)
    return answer
  }
  const wishes = async () => (await rowsOf(other, 'right_wish')).map((row) => RightWish.parse(row))
  return { ...place, other, holder, order, first, rights, open, give, bring, claim, wishes }
}

export const said = ({ body }: { readonly body: Record<string, unknown> }): unknown =>
  Array.isArray(body['results'])
    ? body['results'].map((one: { reason?: string; note?: string; kind: string }) => one.reason ?? one.note ?? one.kind)
    : body
