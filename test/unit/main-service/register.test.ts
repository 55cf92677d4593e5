import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, test } from 'node:test'

import { desk } from '../../../contract/desk.ts'
import { PersonId } from '../../../domain/id.ts'
import type { Person } from '../../../domain/person/person.ts'
import { PrintDocument } from '../../../domain/print/document.ts'
import type { Wristband } from '../../../domain/print/document.ts'
import { FindRequest } from '../../../domain/wire/find.ts'
import type { Hands } from '../../../main/process/message.ts'
import { closeTerminals, goodHands, removeFolder, temporaryFolder, until } from '../../fake/world.ts'
import type { FakeTerminal } from '../../fake/world.ts'
import { draft, operator, person, untilStatus, workingTerminal } from './fixture.ts'

let folder = ''
beforeEach(() => void (folder = temporaryFolder()))
afterEach(async () => {
  await closeTerminals()
  removeFolder(folder)
})

const answers = {
  register: desk.channels['person.register'].output,
  baby: desk.channels['person.baby'].output,
  unknown: desk.channels['person.unknown'].output,
  correct: desk.channels['person.correct'].output,
  search: desk.channels['person.search'].output,
  scan: desk.channels['scan.text'].output,
  elsewhere: desk.channels['person.elsewhere'].output,
  fetch: desk.channels['person.fetch'].output,
  places: desk.channels['place.suggest'].output,
  photo: desk.channels['photo.of'].output,
  band: desk.channels['band.print'].output,
}

/** A desk whose wristbands are kept as they go to the printer. */
async function deskWithBands(
  ...more: Parameters<typeof workingTerminal> extends [string, ...infer Rest] ? Rest : never
) {
  const bands: Wristband[] = []
  const hands: Hands = async (task) => {
    const document = task.kind === 'prepare' ? PrintDocument.parse(task.document) : null
    if (document?.kind === 'wristband') bands.push(document)
    return goodHands(task)
  }
  const [role = 'desk', prepare, changes = {}] = more
  return { ...(await workingTerminal(folder, role, prepare, { hands, ...changes })), bands }
}

const heard = (terminal: FakeTerminal) => untilStatus(terminal, (status) => status.includes('"waiting":0'))

test('twins are registered from their mother: two records, two links, two wristbands, and never by mistake again', async () => {
  const mother = { ...person({ latin: 'Sunita Devi', own: ['Deva', 'सुनीता देवी'], phone: '9811012345' }) }
  const { terminal, hims, bands } = await deskWithBands('desk', (stub) => stub.putRow({ table: 'person', row: mother }))
  const birth = { mother: mother.id, babies: [{ sex: 'female' }, { sex: 'unknown' }], on: '2026-11-22', others: false }
  const saved = answers.baby.parse(await terminal.want('person.baby', birth))
  assert.ok(saved.kind === 'saved')
  const [first, second] = saved.people
  assert.equal(first?.name.latin, 'Baby 1 of Sunita Devi')
  assert.equal(second?.name.own?.text, 'सुनीता देवी का शिशु 2')
  assert.deepEqual(second?.bornTo, { mother: mother.id, order: 2 })
  assert.deepEqual(first?.guardian, { relation: 'mother', name: 'Sunita Devi', phone: '9811012345' })
  assert.deepEqual(first.birth, { kind: 'date', on: '2026-11-22' })
  assert.equal(first.sources?.birth, 'seen')

  const again = answers.baby.parse(await terminal.want('person.baby', birth))
  assert.ok(again.kind === 'already')
  assert.equal(again.people.length, 2)
  const third = answers.baby.parse(
    await terminal.want('person.baby', { ...birth, babies: [{ sex: 'male' }], others: true }),
  )
  assert.ok(third.kind === 'saved')
  assert.equal(third.people[0]?.bornTo?.order, 3)

  await heard(terminal)
  const links = hims.mutations.flatMap((body) => (body.kind === 'family.linked' ? [body.link] : []))
  assert.deepEqual(
    links.map(({ relative, relation }) => [relative, relation]),
    [mother.id, mother.id, mother.id].map((id) => [id, 'parent']),
  )
  await until(() => bands.length === 3, 'three wristbands')
  assert.equal(bands[0]?.mother, 'Sunita Devi')
  const scanned = answers.scan.parse(await terminal.want('scan.text', { text: bands[1]?.code ?? '', source: 'wedge' }))
  assert.equal(scanned.source, 'band')
  assert.equal(scanned.person?.id, second?.id)
  const nobody = answers.baby.parse(await terminal.want('person.baby', { ...birth, mother: person({ latin: 'X' }).id }))
  assert.equal(nobody.kind, 'gone')
})

test('a baby that gets its name keeps its mother and says how the name is known', async () => {
  const mother = person({ latin: 'Rukhsana Bano', phone: null })
  const { terminal, hims } = await deskWithBands('desk', (stub) => stub.putRow({ table: 'person', row: mother }))
  const saved = answers.baby.parse(
    await terminal.want('person.baby', {
      mother: mother.id,
      babies: [{ sex: 'male' }],
      on: '2026-11-21',
      others: false,
    }),
  )
  const [baby] = saved.kind === 'saved' ? saved.people : []
  assert.ok(baby !== undefined)
  assert.equal(baby.bornTo?.order, null)
  const named = answers.correct.parse(
    await terminal.want('person.correct', {
      personId: baby.id,
      was: { name: baby.name },
      set: { name: { latin: 'Ayaan Khan', own: null } },
      sources: { name: 'seen' },
    }),
  )
  assert.ok(named.kind === 'saved')
  assert.deepEqual(named.person.bornTo, { mother: mother.id, order: null })
  assert.equal(named.person.sources?.name, 'seen')
  await heard(terminal)
  const told = hims.mutations.flatMap((body) => (body.kind === 'person.changed' ? [body.change] : []))
  assert.deepEqual(told[0]?.was, { name: baby.name })
  assert.deepEqual(told[0]?.sources, { name: 'seen' })
})

test('somebody nobody knows has a code that can be called, a wristband, and keeps it once they are known', async () => {
  const { terminal, bands } = await deskWithBands()
  const one = answers.unknown.parse(
    await terminal.want('person.unknown', { sex: 'male', looks: 'middle', language: 'hi' }),
  )
  assert.ok(one.kind === 'saved')
  const code = one.person.unidentified?.code ?? ''
  assert.match(code, /^[A-Z][a-z]+ [2-9]\d\d$/)
  assert.equal(one.person.name.latin, `Unknown ${code}`)
  assert.match(one.person.name.own?.text ?? '', /^अज्ञात /)
  assert.deepEqual(one.person.birth, { kind: 'age', years: 45, asOf: '2026-11-22' })
  assert.deepEqual(one.person.sources, { birth: 'guessed', sex: 'guessed' })
  await until(() => bands.length === 1, 'the wristband')
  assert.equal(bands[0]?.guessed, true)

  const named = answers.correct.parse(
    await terminal.want('person.correct', {
      personId: one.person.id,
      was: { name: one.person.name },
      set: { name: { latin: 'Ramesh Kumar', own: null } },
    }),
  )
  assert.ok(named.kind === 'saved')
  assert.equal(named.person.unidentified?.code, code)
  const scanned = answers.scan.parse(await terminal.want('scan.text', { text: bands[0]?.code ?? '', source: 'camera' }))
  assert.equal(scanned.person?.name.latin, 'Ramesh Kumar')
  const called = answers.search.parse(await terminal.want('person.search', { text: code }))
  assert.deepEqual(
    called.hits.map(({ person: each }) => each.id),
    [one.person.id],
    'the code on the wristband still finds them',
  )
  const reprinted = answers.band.parse(await terminal.want('band.print', { personId: one.person.id }))
  assert.equal(reprinted.kind, 'queued')
})

test('of many unknown people no two are called alike, and each is found by what stands on the wristband', async () => {
  let draws = 0
  // Every second code that is drawn was drawn before; all of them share their word.
  const random = (bytes: number) =>
    bytes === 3 ? Uint8Array.from([0, 0, 200 + ((draws += 1) >> 1)]) : Uint8Array.from(randomBytes(bytes))
  const { terminal } = await workingTerminal(folder, 'desk', undefined, { random })
  const people: Person[] = []
  for (let count = 0; count < 24; count += 1) {
    const one = answers.unknown.parse(
      await terminal.want('person.unknown', { sex: 'male', looks: 'middle', language: 'hi' }),
    )
    assert.ok(one.kind === 'saved')
    people.push(one.person)
    const set = { name: { latin: 'Ramesh Kumar', own: null } }
    if (count % 2 === 0)
      await terminal.want('person.correct', { personId: one.person.id, was: { name: one.person.name }, set })
  }
  const numbers = people.map(({ unidentified }) => unidentified?.code.replace('Jamun ', '') ?? '')
  assert.equal(new Set(numbers).size, people.length)
  for (const [at, number] of numbers.entries()) {
    for (const word of ['Jamun', 'unknown jamun', 'अज्ञात जामुन', 'ਜਾਮਣ', 'جامن']) {
      const { hits } = answers.search.parse(await terminal.want('person.search', { text: `${word} ${number}` }))
      assert.equal(hits[0]?.person.id, people[at]?.id, `${word} ${number}`)
    }
  }
})

test('whoever is nearly certainly here already is registered only with a supervisor', async () => {
  const twice = {
    ...draft({ latin: 'Kavita Sharma', phone: '9811012345' }),
    guardian: { relation: 'father', name: 'Om Sharma' } as const,
  }
  const chief = operator('meera', ['supervisor'])
  const { terminal } = await deskWithBands('desk', (stub) => stub.putRow({ table: 'operator', row: chief }))
  const first = answers.register.parse(await terminal.want('person.register', { draft: twice, distinctFrom: [] }))
  const id = first.kind === 'saved' ? first.person.id : PersonId.parse('')
  const looked = answers.register.parse(await terminal.want('person.register', { draft: twice, distinctFrom: [] }))
  assert.equal(looked.kind, 'look-first')
  const asked = answers.register.parse(await terminal.want('person.register', { draft: twice, distinctFrom: [id] }))
  assert.equal(asked.kind, 'ask-supervisor')
  await terminal.want('session.vouch', { supervisor: 'meera', pin: '2468' })
  const saved = answers.register.parse(await terminal.want('person.register', { draft: twice, distinctFrom: [id] }))
  assert.equal(saved.kind, 'saved')
  const third = answers.register.parse(await terminal.want('person.register', { draft: twice, distinctFrom: [id] }))
  assert.notEqual(third.kind, 'saved', 'the supervisor’s word is used up')
})

test('colonies come by their beginning in any script, this desk’s own first', async () => {
  const { terminal } = await deskWithBands()
  const places = async (text: string) =>
    answers.places.parse(await terminal.want('place.suggest', { text })).map(({ locality }) => locality)
  assert.deepEqual(await places(''), [])
  assert.equal((await places('seel'))[0], 'Seelampur')
  assert.equal((await places('شاہدرہ'))[0], 'Shahdara')
  const written = draft({ latin: 'Farida Begum', locality: 'Seemapuri Camp' })
  const saved = answers.register.parse(
    await terminal.want('person.register', {
      draft: { ...written, address: { ...written.address, ward: 'Ward 224' } },
      distinctFrom: [],
    }),
  )
  assert.equal(saved.kind, 'saved')
  const [own] = answers.places.parse(await terminal.want('place.suggest', { text: 'see' }))
  assert.deepEqual(own, {
    locality: 'Seemapuri Camp',
    ward: 'Ward 224',
    district: 'north-west',
    pin: null,
    used: true,
  })
  assert.deepEqual(await places(''), ['Seemapuri Camp'])
})

test('HIMS is asked for somebody by their phone, not by their name, and who is found comes in', async () => {
  const away: Person = person({ latin: 'Harpreet Singh', phone: '9876500077' })
  const asked: unknown[] = []
  const { terminal, hims } = await deskWithBands()
  hims.state.fault = async (request, through) => {
    if (request.path !== '/sync/v1/find') return through()
    asked.push(FindRequest.parse(JSON.parse(Buffer.from(request.body).toString())).by)
    const said = { incarnation: hims.state.incarnation, schema: 3, serverTime: '2026-11-22T04:00:00.000Z' }
    const body = JSON.stringify({ ...said, people: [away], more: false })
    return { kind: 'answer', status: 200, headers: { 'content-type': 'application/json' }, body }
  }
  const elsewhere = async (text: string, pressed = false) =>
    answers.elsewhere.parse(await terminal.want('person.elsewhere', { text, pressed }))
  assert.equal((await elsewhere('Harpreet Singh')).kind, 'not-asked')
  assert.equal((await elsewhere('Harpreet Singh', true)).kind, 'not-asked', 'a name alone is asked of nobody')
  assert.equal((await elsewhere('Harpreet Singh 42')).kind, 'not-asked', 'and with an age only when the clerk says so')
  const found = await elsewhere('harpreet 98765 00077')
  assert.ok(found.kind === 'found')
  assert.equal(found.people[0]?.person.id, away.id)
  assert.deepEqual(asked, [{ kind: 'phone', phone: '9876500077' }])
  await elsewhere('Harpreet Singh 42', true)
  await elsewhere('हरप्रीत सिंह 42 0077')
  assert.deepEqual(asked.slice(1), [
    { kind: 'name', words: ['harpreet', 'singh'], age: 42, place: null, phoneEnd: null, pressed: true },
    { kind: 'name', words: ['हरप्रीत', 'सिंह'], age: 42, place: null, phoneEnd: '0077', pressed: false },
  ])
  const hits = async () =>
    answers.search.parse(await terminal.want('person.search', { text: '9876500077' })).hits.map((hit) => hit.person.id)
  assert.deepEqual(await hits(), [], 'nothing is kept of whom nobody chose')
  assert.equal(answers.fetch.parse(await terminal.want('person.fetch', { id: away.id })).kind, 'here')
  assert.deepEqual(await hits(), [away.id])
  hims.state.fault = async () => ({ kind: 'lost' })
  assert.equal((await elsewhere('9876500078')).kind, 'away')
})

test('a photo is kept small, as a picture and of somebody who is here, and taken away again', async () => {
  const someone = person({ latin: 'Ramesh Kumar' })
  const { terminal } = await deskWithBands('desk', (stub) => stub.putRow({ table: 'person', row: someone }))
  const picture = Buffer.concat([Buffer.from('RIFF'), Buffer.alloc(900, 7)]).toString('base64')
  const of = async () => answers.photo.parse(await terminal.want('photo.of', { personId: someone.id }))
  assert.equal(await of(), null)
  assert.deepEqual(await terminal.want('photo.keep', { personId: someone.id, photo: picture }), { kind: 'kept' })
  assert.equal((await of())?.photo, picture)
  const text = Buffer.alloc(900, 65).toString('base64')
  assert.deepEqual(await terminal.want('photo.keep', { personId: someone.id, photo: text }), { kind: 'gone' })
  assert.equal((await of())?.photo, picture)
  await terminal.want('photo.keep', { personId: someone.id, photo: null })
  assert.equal(await of(), null)
})
