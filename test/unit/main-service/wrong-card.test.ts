import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'

import { desk } from '../../../contract/desk.ts'
import { closeTerminals, goodHands, removeFolder, temporaryFolder, until } from '../../fake/world.ts'
import type { FakeTerminal } from '../../fake/world.ts'
import { operator, person, workingTerminal } from './fixture.ts'

let folder = ''
beforeEach(() => void (folder = temporaryFolder()))
afterEach(async () => {
  await closeTerminals()
  removeFolder(folder)
})

const { channels } = desk
const owner = person({ latin: 'Gurpreet Kaur' })
const holder = person({ latin: 'Salma Khatoon' })
const wishes = { details: false, emergency: false, face: false }

async function deskOf(roles: Parameters<typeof operator>[1] = ['clerk', 'supervisor']) {
  const initials: string[] = []
  const { terminal, hims } = await workingTerminal(
    folder,
    'desk',
    (stub) => {
      stub.putRow({ table: 'operator', row: operator('asha', roles) })
      stub.putRow({ table: 'person', row: owner })
      stub.putRow({ table: 'person', row: holder })
    },
    {
      hands: async (task) => {
        if (task.kind === 'prepare' && task.document.kind === 'token-slip') initials.push(task.document.initials)
        return goodHands(task)
      },
    },
  )
  const card = channels['card.issue'].output.parse(
    await terminal.want('card.issue', { personId: owner.id, language: 'en', wishes }),
  )
  assert.ok(card.kind === 'issued')
  const visit = channels['token.issue'].output.parse(
    await terminal.want('token.issue', { personId: owner.id, department: 'medicine' }),
  )
  assert.ok(visit.kind === 'issued')
  return { terminal, hims, initials, cardId: card.card.cardId, visitId: visit.visit.id }
}

const visitsOf = async (terminal: FakeTerminal, id: string) =>
  channels['person.open'].output.parse(await terminal.want('person.open', { id }))?.visits ?? []
const openWrong = async (terminal: FakeTerminal, cardId: string) =>
  channels['wrong-card.open'].output.parse(await terminal.want('wrong-card.open', { cardId }))
const right = async (terminal: FakeTerminal, asked: object) =>
  channels['wrong-card.right'].output.parse(
    await terminal.want('wrong-card.right', { reissue: true, language: 'en', visits: [], holder: null, ...asked }),
  )

test('a card that the wrong person had is stopped, the right one made, and their visit put to them', async () => {
  const { terminal, hims, initials, cardId, visitId } = await deskOf()
  assert.deepEqual(
    (await openWrong(terminal, cardId))?.visits.map(({ id, waits }) => [id, waits]),
    [[visitId, true]],
  )
  const answer = await right(terminal, { cardId, holder: holder.id, visits: [visitId] })
  assert.ok(answer.kind === 'righted')
  assert.deepEqual([answer.done.visits, answer.done.holder, answer.jobs.length], [1, 'Salma Khatoon', 2])
  assert.equal((await openWrong(terminal, cardId))?.status, 'suspended')
  const [moved] = await visitsOf(terminal, holder.id)
  assert.equal(moved?.id, visitId)
  assert.deepEqual(await visitsOf(terminal, owner.id), [])
  await until(() => initials.length === 2, 'a slip in the right name')
  assert.deepEqual(initials, ['G. K.', 'S. K.'])
  await until(() => hims.mutations.some(({ kind }) => kind === 'visit.repointed'), 'at HIMS')
  // What HIMS had sent before it heard of it may come in between.
  await until(async () => (await visitsOf(terminal, holder.id)).length === 1, 'as HIMS has it')

  const undone = channels['wrong-card.undo'].output.parse(
    await terminal.want('wrong-card.undo', { id: answer.done.id }),
  )
  assert.deepEqual(undone, { kind: 'undone', visits: 1 })
  const after = await openWrong(terminal, cardId)
  assert.deepEqual([after?.status, after?.done.map((each) => each.undone)], ['active', [true]])
  assert.equal((await visitsOf(terminal, owner.id))[0]?.id, visitId)
  const cards = channels['card.list'].output.parse(await terminal.want('card.list', { personId: owner.id }))?.cards
  assert.deepEqual(cards?.map(({ status }) => status).toSorted(), ['active', 'revoked'])
  const again = channels['wrong-card.undo'].output.parse(await terminal.want('wrong-card.undo', { id: answer.done.id }))
  assert.equal(again.kind, 'gone')
})

test('visits go nowhere without somebody they were, and a clerk alone puts nothing right', async () => {
  const { terminal, cardId, visitId } = await deskOf(['clerk'])
  assert.equal((await right(terminal, { cardId, visits: [visitId] })).kind, 'gone')
  assert.equal((await right(terminal, { cardId, holder: owner.id })).kind, 'gone')
  assert.equal((await right(terminal, { cardId, holder: holder.id, visits: [visitId] })).kind, 'ask-supervisor')
  assert.equal((await openWrong(terminal, cardId))?.status, 'active')
})

test('a family link is seen from both sides, once, and stays in the list when it has ended', async () => {
  const { terminal, hims } = await deskOf()
  const say = async (personId: string, other: string, role: string) =>
    channels['family.link'].output.parse(await terminal.want('family.link', { personId, other, role }))
  const list = async (personId: string) =>
    channels['family.list'].output.parse(await terminal.want('family.list', { personId }))
  const linked = await say(owner.id, holder.id, 'child')
  assert.ok(linked.kind === 'linked')
  assert.deepEqual(
    (await list(owner.id)).map(({ role, person: other }) => [role, other?.id]),
    [['child', holder.id]],
  )
  assert.deepEqual(
    (await list(holder.id)).map(({ role, person: other }) => [role, other?.id]),
    [['parent', owner.id]],
  )
  assert.deepEqual(await say(holder.id, owner.id, 'parent'), { kind: 'not-linked', reason: 'already-linked' })
  assert.deepEqual(await say(holder.id, owner.id, 'child'), { kind: 'not-linked', reason: 'contradicts' })
  assert.deepEqual(await say(owner.id, owner.id, 'spouse'), { kind: 'not-linked', reason: 'same-person' })
  await terminal.want('family.end', { linkId: linked.link.id, reason: '' })
  assert.notEqual((await list(owner.id))[0]?.link.ended, null)
  assert.equal((await say(holder.id, owner.id, 'child')).kind, 'linked')
  await until(() => hims.mutations.filter(({ kind }) => kind.startsWith('family.')).length === 3, 'at HIMS')
})

test('what was corrected is told with who, when and what it was', async () => {
  const { terminal, hims } = await deskOf()
  const name = { latin: 'Gurpreet Kaur Gill', own: null }
  await terminal.want('person.correct', { personId: owner.id, was: { name: owner.name }, set: { name } })
  const [edit] = channels['person.history'].output.parse(await terminal.want('person.history', { personId: owner.id }))
  assert.deepEqual([edit?.by, edit?.here, edit?.source], ['Asha', true, 'clerk'])
  assert.deepEqual([edit?.was, edit?.set], [{ name: owner.name }, { name }])
  await until(() => hims.mutations.some((body) => body.kind === 'person.changed' && body.by === 'asha'), 'at HIMS')
})
