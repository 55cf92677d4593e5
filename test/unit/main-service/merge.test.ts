import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'

import type { z } from 'zod'

import { desk } from '../../../contract/desk.ts'
import { PickList } from '../../../contract/pharmacy.ts'
import {
  CardId,
  OperatorId,
  PersonId,
  PrescriptionId,
  PrescriptionItemId,
  TerminalId,
  VisitId,
} from '../../../domain/id.ts'
import { shortCode } from '../../../domain/card/short-code.ts'
import type { MutationBody } from '../../../domain/wire/sync.ts'
import { hlcMilliseconds } from '../../../domain/time/hlc.ts'
import type { HimsStub } from '../../fake/hims-stub.ts'
import { closeTerminals, removeFolder, temporaryFolder, until } from '../../fake/world.ts'
import type { FakeTerminal } from '../../fake/world.ts'
import { newId, operator, person, workingTerminal } from './fixture.ts'

let folder = ''
beforeEach(() => void (folder = temporaryFolder()))
afterEach(async () => {
  await closeTerminals()
  removeFolder(folder)
})

type Channels = typeof desk.channels
type Name = keyof Channels

const ask = async <N extends Name>(
  terminal: FakeTerminal,
  name: N,
  input: z.input<Channels[N]['input']>,
): Promise<z.output<Channels[N]['output']>> => {
  const output: z.ZodType = desk.channels[name].output
  // The channel's own schema has just read it.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return output.parse(await terminal.want(name, input)) as z.output<Channels[N]['output']>
}

const kept = person({ latin: 'Rekha Sharma', phone: '9876543210' })
const merged = person({ latin: 'Anjali Gupta', phone: '9811112222' })
const cardOf = (id: PersonId, cardId: string, statusIndex: number) => ({
  cardId: CardId.parse(cardId),
  personId: id,
  statusIndex,
  issued: '2026-11-01',
  expires: '2027-11-01',
  term: 'temporary' as const,
  profile: 'P-ID' as const,
  status: 'active' as const,
})
const cards = [cardOf(kept.id, 'aaaa000000000001', 5), cardOf(merged.id, 'bbbb000000000002', 6)] as const

function prepare(hims: HimsStub): void {
  hims.putRow({ table: 'operator', row: operator('meera', ['supervisor']) })
  for (const row of [kept, merged]) hims.putRow({ table: 'person', row })
  for (const row of cards) hims.putRow({ table: 'card', row })
  const allergy = {
    group: 'penicillin',
    criticality: 'high',
    verification: 'confirmed',
    notedOn: '2026-01-01',
  } as const
  hims.putRow({ table: 'allergy', row: { id: 'a1', personId: merged.id, ...allergy } })
  const token = { department: 'medicine', day: '2026-11-20', prefix: 'M', number: 7 }
  const visit = {
    personId: merged.id,
    token,
    openedAt: '2026-11-20T05:00:00.000Z',
    terminal: TerminalId.parse(newId()),
  }
  hims.putRow({ table: 'visit', row: { id: VisitId.parse(newId()), ...visit } })
}

const atDesk = async () => workingTerminal(folder, 'desk', prepare)

const asSupervisor = async (terminal: FakeTerminal) => {
  await terminal.want('session.lock', {})
  await terminal.want('session.unlock', { operator: 'meera', pin: '2468' })
}

const told = async <Kind extends MutationBody['kind']>(hims: HimsStub, kind: Kind) => {
  await until(async () => hims.mutations.some((body) => body.kind === kind), kind)
  return hims.mutations.filter((body): body is Extract<MutationBody, { kind: Kind }> => body.kind === kind)
}

const view = async (terminal: FakeTerminal, id: PersonId) => {
  const open = await ask(terminal, 'person.open', { id })
  assert.notEqual(open, null)
  return open ?? assert.fail()
}
const found = async (terminal: FakeTerminal, text: string) =>
  (await ask(terminal, 'person.search', { text })).hits.map((hit) => hit.person.id)

test('a correction shows at once, goes to HIMS with what was on the screen, and can be taken back', async () => {
  const { terminal, hims } = await atDesk()
  const was = { phone: kept.phone, language: kept.language }
  const set = { phone: '9876543211', language: kept.language }
  const saved = await ask(terminal, 'person.correct', { personId: kept.id, was, set })
  assert.equal(saved.kind, 'saved')
  assert.equal((await view(terminal, kept.id)).person.phone, '9876543211')
  assert.deepEqual(await found(terminal, '9876543211'), [kept.id])
  const [{ change } = assert.fail()] = await told(hims, 'person.changed')
  assert.deepEqual([change.was, change.set, change.source], [{ phone: kept.phone }, { phone: '9876543211' }, 'clerk'])
  assert.equal(
    saved.kind === 'saved' && JSON.stringify([saved.was, saved.set]),
    JSON.stringify([change.was, change.set]),
  )
  const back = await ask(terminal, 'person.correct', { personId: kept.id, was: change.set, set: change.was })
  assert.equal(back.kind, 'saved')
  await until(async () => hims.mutations.filter(({ kind }) => kind === 'person.changed').length === 2, 'both')
  const [one, other] = await told(hims, 'person.changed')
  assert.equal((other?.change.at ?? '') > (one?.change.at ?? ''), true)
  assert.equal((await view(terminal, kept.id)).person.phone, kept.phone)
  assert.deepEqual(await ask(terminal, 'person.correct', { personId: kept.id, was, set: was }), {
    kind: 'nothing-changed',
  })
  const nobody = PersonId.parse(newId())
  assert.deepEqual(await ask(terminal, 'person.correct', { personId: nobody, was, set }), { kind: 'gone' })
})

test('a clock that goes back years still corrects, with a later stamp', async () => {
  let now = Date.parse('2026-11-22T05:00:00.000Z')
  const { terminal, hims } = await workingTerminal(folder, 'desk', prepare, { now: () => new Date(now) })
  await ask(terminal, 'person.correct', { personId: kept.id, was: { phone: kept.phone }, set: { phone: '9876543211' } })
  now -= 3 * 3_600_000
  await ask(terminal, 'person.correct', { personId: kept.id, was: { phone: '9876543211' }, set: { phone: null } })
  await until(async () => hims.mutations.filter(({ kind }) => kind === 'person.changed').length === 2, 'both')
  const [one, other] = await told(hims, 'person.changed')
  assert.equal((other?.change.at ?? '') > (one?.change.at ?? ''), true)
  assert.equal(hlcMilliseconds(other?.change.at ?? ''), hlcMilliseconds(one?.change.at ?? ''))
})

test('what HIMS has of a person waits while a correction is on its way', async () => {
  const { terminal, hims } = await atDesk()
  hims.state.fault = async ({ path }, through) => (path.endsWith('/push') ? { kind: 'lost' } : through())
  await ask(terminal, 'person.correct', { personId: kept.id, was: { phone: kept.phone }, set: { phone: '9876543211' } })
  hims.putRow({ table: 'person', row: { ...kept, language: 'ur' } })
  assert.equal((await view(terminal, kept.id)).person.phone, '9876543211')
  assert.equal((await view(terminal, kept.id)).waiting, true)
  hims.state.fault = null
  await until(async () => (await view(terminal, kept.id)).person.language === 'ur', 'what HIMS has')
})

test('a correction that HIMS refuses is not shown any longer', async () => {
  const { terminal, hims } = await atDesk()
  hims.state.refuse = ({ kind }) => (kind === 'person.changed' ? 'unknown-person' : '')
  await ask(terminal, 'person.correct', { personId: kept.id, was: { phone: kept.phone }, set: { phone: '9876543211' } })
  await until(async () => (await view(terminal, kept.id)).person.phone === kept.phone, 'as it was')
  assert.deepEqual(await found(terminal, '9876543210'), [kept.id])
})

test('only a supervisor links, and then both records are found, opened and read as one', async () => {
  const { terminal, hims } = await atDesk()
  const pair = { kept: kept.id, merged: merged.id }
  assert.deepEqual(await ask(terminal, 'person.link', pair), { kind: 'ask-supervisor' })
  const compared = await ask(terminal, 'person.compare', { one: kept.id, other: merged.id })
  assert.deepEqual(
    [compared?.one.cards, compared?.other.visits, compared?.other.allergies, compared?.supervisor],
    [1, 1, 1, false],
  )
  assert.deepEqual(compared?.differs, ['name', 'phone'])
  await asSupervisor(terminal)
  const before = JSON.stringify([await view(terminal, kept.id), await view(terminal, merged.id)])
  const linked = await ask(terminal, 'person.link', pair)
  assert.equal(linked.kind, 'linked')
  assert.equal((await told(hims, 'person.linked'))[0]?.link.merged, merged.id)

  for (const text of ['Rekha Sharma', 'Anjali Gupta', '9811112222', shortCode(cards[1].cardId)]) {
    assert.deepEqual(await found(terminal, text), [kept.id], text)
  }
  const open = await view(terminal, merged.id)
  assert.equal(open.person.id, kept.id)
  assert.deepEqual(
    [open.cards.length, open.visits.length, open.linked.map((each) => each.person?.id)],
    [2, 1, [merged.id]],
  )
  const both = await ask(terminal, 'card.list', { personId: merged.id })
  assert.deepEqual([both?.cards.length, both?.canCodeAllergies], [2, true])

  assert.deepEqual(await ask(terminal, 'person.link', pair), { kind: 'not-linked', reason: 'already-one' })
  const turned = { kept: merged.id, merged: kept.id }
  assert.deepEqual(await ask(terminal, 'person.link', turned), { kind: 'not-linked', reason: 'already-one' })

  const linkId = open.linked[0]?.link.id ?? assert.fail()
  const separated = await ask(terminal, 'person.unlink', { linkId, reason: 'two people' })
  assert.deepEqual(separated, { kind: 'separated' })
  assert.equal(JSON.stringify([await view(terminal, kept.id), await view(terminal, merged.id)]), before)
  assert.equal((await told(hims, 'person.unlinked'))[0]?.reason, 'two people')
  assert.deepEqual(await ask(terminal, 'person.unlink', { linkId, reason: '' }), { kind: 'gone' })
})

test('a link that HIMS refuses does not stand here either', async () => {
  const { terminal, hims } = await atDesk()
  hims.state.refuse = ({ kind }) => (kind === 'person.linked' ? 'already-linked' : '')
  await asSupervisor(terminal)
  await ask(terminal, 'person.link', { kept: kept.id, merged: merged.id })
  await until(async () => (await view(terminal, merged.id)).person.id === merged.id, 'apart again')
})

const review = { at: '2026-11-22T05:00:00.000Z', decided: null }

test('matters are listed and decided once, here at once and at HIMS', async () => {
  const { terminal, hims } = await workingTerminal(folder, 'desk', (it) => {
    prepare(it)
    it.putRow({
      table: 'review',
      row: {
        ...review,
        id: newId(),
        kind: 'field',
        personId: kept.id,
        group: 'bloodGroup',
        stands: { bloodGroup: 'A+' },
        proposed: { bloodGroup: 'B+' },
        from: TerminalId.parse(newId()),
        source: 'verified',
      },
    })
    it.putRow({
      table: 'review',
      row: { ...review, id: newId(), kind: 'duplicate', one: kept.id, other: merged.id, why: 'abha' },
    })
  })
  const listed = await ask(terminal, 'review.list', {})
  assert.deepEqual([listed.open, listed.supervisor], [2, false])
  const [field, pair] = listed.reviews.toSorted((one) => (one.kind === 'field' ? -1 : 1))
  assert.deepEqual(field?.kind === 'field' && [field.group, field.source, field.here], [
    'bloodGroup',
    'verified',
    false,
  ])
  assert.deepEqual(pair?.kind === 'duplicate' && [pair.why, pair.differs], ['abha', ['name', 'phone']])
  const decide = (reviewId: string, choice: 'stands' | 'proposed' | 'same' | 'different') =>
    ask(terminal, 'review.decide', { reviewId, choice, kept: merged.id })
  assert.deepEqual(await decide(field?.id ?? '', 'proposed'), { kind: 'ask-supervisor' })
  await asSupervisor(terminal)
  assert.deepEqual(await decide(field?.id ?? '', 'same'), { kind: 'gone' })
  assert.deepEqual(await decide(field?.id ?? '', 'proposed'), { kind: 'decided' })
  assert.deepEqual(await decide(field?.id ?? '', 'stands'), { kind: 'gone' })
  assert.equal((await view(terminal, kept.id)).person.bloodGroup, 'B+')
  assert.deepEqual(await decide(pair?.id ?? '', 'same'), { kind: 'decided' })
  assert.equal((await view(terminal, kept.id)).person.id, merged.id)
  assert.deepEqual(await ask(terminal, 'review.list', {}), { reviews: [], open: 0, supervisor: true })
  await until(async () => hims.mutations.filter(({ kind }) => kind === 'review.decided').length === 2, 'both decisions')
  assert.deepEqual(
    (await told(hims, 'review.decided')).map(({ choice }) => choice),
    ['proposed', 'same'],
  )
})

test('at the pharmacy an allergy and a prescription of the other record count for the kept one', async () => {
  const item = PrescriptionItemId.parse(newId())
  const { terminal } = await workingTerminal(folder, 'pharmacy', (hims) => {
    prepare(hims)
    const dose = { morning: 1, noon: 0, evening: 0, night: 1, food: 'after' } as const
    hims.putRow({
      table: 'medicine',
      row: {
        code: 'amoxicillin',
        name: 'Amoxicillin',
        strength: '500 mg',
        form: 'capsule',
        groups: ['penicillin'],
        shelf: 'B',
      },
    })
    hims.putRow({
      table: 'prescription',
      row: {
        id: PrescriptionId.parse(newId()),
        personId: kept.id,
        prescriber: 'Dr Test',
        department: 'medicine',
        writtenAt: '2026-11-22T04:00:00.000Z',
        status: 'active',
        items: [{ id: item, medicine: 'amoxicillin', dose, days: 5, quantity: 10 }],
      },
    })
    const by = OperatorId.parse('meera')
    const link = { id: newId(), kept: kept.id, merged: merged.id, at: review.at, by, undone: null }
    hims.putRow({ table: 'person_link', row: link })
  })
  for (const personId of [kept.id, merged.id]) {
    const list = PickList.parse(await terminal.want('pick.open', { personId }))
    assert.equal(list.person.id, kept.id)
    assert.deepEqual(
      list.allergies.map(({ group }) => group),
      ['penicillin'],
    )
    assert.deepEqual(
      list.prescriptions[0]?.lines[0]?.allergies.map(({ id }) => id),
      ['a1'],
    )
  }
})
