import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'

import { desk } from '../../../contract/desk.ts'
import type { Hands } from '../../../main/process/message.ts'
import { readNames } from '../../fake/names.ts'
import { closeTerminals, goodHands, removeFolder, temporaryFolder, until } from '../../fake/world.ts'
import { draft, person, untilStatus, workingTerminal } from './fixture.ts'

let folder = ''
beforeEach(() => void (folder = temporaryFolder()))
afterEach(async () => {
  await closeTerminals()
  removeFolder(folder)
})

await readNames()

const plain = { details: false, emergency: false, face: false }

const answers = {
  suggest: desk.channels['name.suggest'].output,
  register: desk.channels['person.register'].output,
  token: desk.channels['token.issue'].output,
  card: desk.channels['card.issue'].output,
  search: desk.channels['person.search'].output,
  view: desk.channels['person.open'].output,
  scan: desk.channels['scan.text'].output,
  departments: desk.channels['department.list'].output,
  jobs: desk.channels['print.recent'].output,
}

test('a desk registers, gives a number and a card, and HIMS hears of each once', async () => {
  const { terminal, hims } = await workingTerminal(folder)
  const registered = answers.register.parse(
    await terminal.want('person.register', {
      draft: draft({ latin: 'Sunita Devi', phone: '9876543210' }),
      distinctFrom: [],
    }),
  )
  assert.equal(registered.kind, 'saved')
  const id = registered.kind === 'saved' ? registered.person.id : ''

  const token = answers.token.parse(await terminal.want('token.issue', { personId: id, department: 'medicine' }))
  assert.equal(token.kind === 'issued' && token.label, 'M 101')
  const card = answers.card.parse(await terminal.want('card.issue', { personId: id, language: 'hi', wishes: plain }))
  assert.ok(card.kind === 'issued')

  await untilStatus(terminal, (status) => status.includes('"waiting":0'))
  assert.deepEqual(
    hims.mutations.map(({ kind }) => kind),
    ['person.registered', 'visit.opened', 'card.issued'],
  )
  const view = answers.view.parse(await terminal.want('person.open', { id }))
  assert.equal(view?.visits.length, 1)
  assert.equal(view.cards[0]?.shortCode, card.shortCode)
  assert.equal(view.waiting, false)
  await until(async () =>
    answers.jobs.parse(await terminal.want('print.recent')).every((job) => job.state.kind === 'printed'),
  )
})

test('what was saved last goes to HIMS before the window is gone', async () => {
  const { terminal, hims } = await workingTerminal(folder)
  await untilStatus(terminal, (status) => status.includes('"waiting":0'))
  await terminal.want('person.register', { draft: draft({ latin: 'Sunita Devi' }), distinctFrom: [] })
  await terminal.close()
  assert.deepEqual(
    hims.mutations.map(({ kind }) => kind),
    ['person.registered'],
  )
})

test('whoever HIMS knows is said to wait while a number or a card of theirs is only here', async () => {
  const { terminal, hims } = await workingTerminal(folder)
  const register = async (latin: string, phone: string) => {
    const asked = { draft: draft({ latin, phone }), distinctFrom: [] }
    const registered = answers.register.parse(await terminal.want('person.register', asked))
    assert.ok(registered.kind === 'saved')
    return registered.person.id
  }
  const visitor = await register('Sunita Devi', '9876543210')
  const holder = await register('Farid Ansari', '9876543211')
  const other = await register('Gurpreet Kaur', '9876543212')
  await untilStatus(terminal, (status) => status.includes('"waiting":0'))
  hims.state.fault = async () => ({ kind: 'lost' })
  await terminal.want('token.issue', { personId: visitor, department: 'medicine' })
  await terminal.want('card.issue', { personId: holder, language: 'hi', wishes: plain })
  const waits = async (id: string) => answers.view.parse(await terminal.want('person.open', { id }))?.waiting
  assert.deepEqual([await waits(visitor), await waits(holder), await waits(other)], [true, true, false])
})

test('the card that was just issued opens its person when scanned, by camera, by device and by its short code', async () => {
  let text = ''
  const hands: Hands = async (task) => {
    if (task.kind === 'prepare' && task.document.kind === 'card') text = task.document.code
    return goodHands(task)
  }
  const { terminal } = await workingTerminal(folder, 'desk', () => {}, { hands })
  const saved = answers.register.parse(
    await terminal.want('person.register', { draft: draft({ latin: 'Gurpreet Kaur' }), distinctFrom: [] }),
  )
  const id = saved.kind === 'saved' ? saved.person.id : ''
  const card = answers.card.parse(await terminal.want('card.issue', { personId: id, language: 'pa', wishes: plain }))
  assert.ok(card.kind === 'issued')
  await until(() => text !== '', 'the card to be printed')
  assert.equal(card.code, text, 'the page shows the code that is printed')
  const seen = answers.scan.parse(await terminal.want('scan.text', { text, source: 'camera' }))
  assert.equal(seen.card.kind, 'valid')
  assert.equal(seen.person?.id, id)

  terminal.scanned({ device: 'front', source: 'hid', text, symbology: null })
  terminal.scanned({ device: 'front', source: 'hid', text, symbology: null })
  const heard = terminal.told.filter(({ name }) => name === 'scanned')
  assert.equal(heard.length, 1, 'a scanner that repeats itself is heard once')
  assert.equal(answers.scan.parse(heard[0]?.payload).device, 'front')

  const found = answers.search.parse(await terminal.want('person.search', { text: card.shortCode }))
  assert.deepEqual(
    found.hits.map((hit) => hit.person.id),
    [id],
  )
  const altered = answers.scan.parse(await terminal.want('scan.text', { text: bent(text), source: 'wedge' }))
  assert.equal(altered.card.kind, 'altered')
})

test('a likely duplicate has to be looked at before a person is saved', async () => {
  const { terminal } = await workingTerminal(folder)
  const first = draft({ latin: 'Mohammad Iqbal', phone: '9811122233', age: 51, sex: 'male' })
  const again = draft({ latin: 'Mohd Iqbal', phone: '9811122233', age: 51, sex: 'male' })
  const saved = answers.register.parse(await terminal.want('person.register', { draft: first, distinctFrom: [] }))
  assert.ok(saved.kind === 'saved')
  const likely = desk.channels['person.likely'].output.parse(await terminal.want('person.likely', again))
  assert.equal(likely[0]?.person.id, saved.person.id)
  const same = answers.register.parse(await terminal.want('person.register', { draft: { ...first }, distinctFrom: [] }))
  assert.ok(same.kind === 'look-first')
  assert.equal(same.likely[0]?.person.id, saved.person.id)
  const other = answers.register.parse(
    await terminal.want('person.register', { draft: first, distinctFrom: [saved.person.id] }),
  )
  assert.equal(other.kind, 'saved')
})

test('numbers run on without a repeat until the block is used up, then the desk says so', async () => {
  const someone = person({ latin: 'Ramesh Kumar' })
  const { terminal, hims } = await workingTerminal(folder, 'desk', (stub) =>
    stub.putRow({ table: 'person', row: someone }),
  )
  hims.state.fault = async () => ({ kind: 'lost' })
  const before = answers.departments.parse(await terminal.want('department.list'))
  const left = before[0]?.left ?? 0
  assert.equal(left, 100)
  const labels = new Set<string>()
  for (let at = 0; at < left; at++) {
    const issued = answers.token.parse(
      await terminal.want('token.issue', { personId: someone.id, department: 'medicine' }),
    )
    if (issued.kind === 'issued') labels.add(issued.label)
  }
  assert.equal(labels.size, left)
  assert.deepEqual(await terminal.want('token.issue', { personId: someone.id, department: 'medicine' }), {
    kind: 'no-number',
  })
})

test('a name is suggested as people here write it, and a shared phone is counted', async () => {
  const { terminal } = await workingTerminal(folder, 'desk', (hims) => {
    hims.putRow({
      table: 'person',
      row: person({ latin: 'Sunita Devi', own: ['Deva', 'सुनीता देवी'], phone: '9876543210' }),
    })
    hims.putRow({
      table: 'person',
      row: person({ latin: 'Sunita Sharma', own: ['Deva', 'सुनीता शर्मा'], phone: '9876543210' }),
    })
  })
  const suggested = await terminal.want('name.suggest', { text: 'Sunita Sharma' })
  assert.deepEqual(
    answers.suggest.parse(suggested).map(({ script, candidates }) => [script, candidates[0]]),
    [
      ['Deva', 'सुनीता शर्मा'],
      ['Guru', 'ਸੁਨੀਤਾ ਸ਼ਰਮਾ'.normalize('NFC')],
      ['Arab', 'سنیتا شرما'],
    ],
  )
  const fromHindi = answers.suggest.parse(await terminal.want('name.suggest', { text: 'सुनीता शर्मा' }))
  assert.deepEqual(fromHindi.map(({ script, candidates }) => `${script} ${candidates[0]}`).slice(0, 1), [
    'Latn Sunita Sharma',
  ])
  assert.deepEqual(await terminal.want('name.suggest', { text: '404' }), [])
  const found = answers.search.parse(await terminal.want('person.search', { text: '98765 43210' }))
  assert.equal(found.hits.length, 2)
  const view = answers.view.parse(await terminal.want('person.open', { id: found.hits[0]?.person.id }))
  assert.equal(view?.phoneSharedWith, 1)
})

test('while locked a staff page gets its status and nothing of anybody', async () => {
  const { terminal } = await workingTerminal(folder)
  await terminal.want('session.lock')
  assert.deepEqual(await terminal.ask('person.search', { text: 'a' }), { ok: false, refusal: 'locked', paths: [] })
  assert.equal((await terminal.ask('terminal.status', {})).ok, true)
  assert.equal((await terminal.ask('session.operators', {})).ok, true)
  assert.deepEqual(await terminal.ask('kiosk.call', {}), { ok: false, refusal: 'unknown-channel', paths: [] })
})

/** One letter of the signature is another. */
const bent = (text: string): string => text.slice(0, -20) + (text.at(-20) === 'A' ? 'B' : 'A') + text.slice(-19)
