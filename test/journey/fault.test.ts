import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { generateKeyPairSync, sign } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'

import { createCanvas, loadImage } from '@napi-rs/canvas'

import { first } from '../../build/demo/tour/people.ts'
import type { Actor } from '../../build/demo/tour/stage.ts'
import { encodeCard } from '../../domain/card/card-code.ts'
import { desk as contract } from '../../contract/desk.ts'
import { CardId } from '../../domain/id.ts'
import type { PersonId } from '../../domain/id.ts'
import type { PersonDraft } from '../../domain/person/person.ts'
import type { Language } from '../../domain/language.ts'
import { textIn } from '../../domain/text/catalogue.ts'
import type { SmallHospital } from './hospital.ts'
import { askPage, openDesk, root, says, smallHospital, speak, until } from './hospital.ts'

let hospital: SmallHospital
let desk: Actor

before(async () => {
  hospital = await smallHospital()
  desk = await openDesk(hospital, hospital.desk, 'en')
})
after(() => hospital.close())

const facts = (kid: string) => ({
  cardId: CardId.parse('0123456789abcdef'),
  statusIndex: 7,
  issued: '2026-01-01',
  expires: '2030-01-01',
  kid,
})

/** A card under a key that HIMS never listed. */
function foreignCard(kid: string): string {
  const { privateKey } = generateKeyPairSync('ed25519')
  return encodeCard(facts(kid), (bytes) => new Uint8Array(sign(null, bytes, privateKey)))
}

/** What lies under the desk's scanner is read, whatever has the focus. */
async function underScanner(text: string): Promise<void> {
  await until('the scanner', () =>
    hospital.demonstration.state().scanners.some(({ terminal, connected }) => terminal === 'desk' && connected),
  )
  assert.ok(hospital.demonstration.sendScan('desk-scanner', text))
}

const draft = (name: string, phone: string): PersonDraft => ({
  name: { latin: name, own: null },
  sex: 'female',
  birth: { kind: 'age', years: 40, asOf: '2026-11-22' },
  phone,
  address: { house: '1', locality: 'Okhla', district: null, pin: null },
  guardian: null,
  language: 'ur',
  abha: null,
  bloodGroup: null,
  evidence: null,
})

const register = (actor: Actor, name: string, phone: string) =>
  askPage(actor, contract, 'person.register', { draft: draft(name, phone), distinctFrom: [] })

/** Registers a person who must be new, and gives back the id. */
async function registered(actor: Actor, name: string, phone: string): Promise<PersonId> {
  const answer = await register(actor, name, phone)
  assert.ok(answer.kind === 'saved', `${name} was not saved: ${answer.kind}`)
  return answer.person.id
}

const found = async (actor: Actor, phone: string): Promise<number> =>
  (await askPage(actor, contract, 'person.search', { text: phone })).hits.length

const waiting = async (actor: Actor): Promise<number> => (await askPage(actor, contract, 'terminal.status', {})).waiting

test('a card of another issuer is told from a card of ours, in Hindi', async () => {
  await speak(desk, 'hi')
  await underScanner(foreignCard('ffff'))
  await says(desk, 'hi', 'desk.scan.unknown-issuer')
})

test('a text that is no card, such as a text file under the scanner, is said to be none, in Punjabi', async () => {
  await speak(desk, 'pa')
  await underScanner('Lorem ipsum dolor sit amet')
  await says(desk, 'pa', 'desk.scan.not-a-card')
})

test('npm run scan names a text file and a torn card as what they are, and ends with 1', async () => {
  const torn = join(hospital.demonstration.data, 'torn.png')
  writeFileSync(torn, await tornCard('Torn Card', '9811100001'))
  const text = join(hospital.demonstration.data, 'text.png')
  writeFileSync(text, 'this is no picture')
  for (const file of [torn, text]) {
    assert.throws(
      () => execFileSync(process.execPath, [join(root, 'build/scan.ts'), file], { encoding: 'utf8', stdio: 'pipe' }),
      { status: 1 },
    )
  }
})

/** A real card of this hospital with its code torn through. */
async function tornCard(name: string, phone: string): Promise<Uint8Array> {
  const personId = await registered(desk, name, phone)
  await askPage(desk, contract, 'card.issue', {
    personId,
    language: 'en',
    wishes: { details: false, emergency: false, face: false },
  })
  const card = await until('the card', () => hospital.demonstration.tray.papers().find(({ kind }) => kind === 'card'))
  const image = await loadImage(Buffer.from(card.png))
  const canvas = createCanvas(image.width, image.height)
  const context = canvas.getContext('2d')
  context.drawImage(image, 0, 0)
  context.fillStyle = '#ffffff'
  context.fillRect(image.width * 0.62, image.height * 0.42, image.width * 0.4, image.height * 0.2)
  return new Uint8Array(await canvas.encode('png'))
}

test('a torn card under the room’s scanner is said to be unreadable, and nothing is sent', async () => {
  const paper = hospital.demonstration.tray.add({
    kind: 'card',
    from: 'desk',
    png: await tornCard('Ragged Corner', '9899912345'),
    width: 1012,
    height: 638,
    pdf: null,
  })
  assert.equal(await hospital.demonstration.scan(paper.id, 'desk-scanner'), 'unreadable')
})

test('a printer out of paper says so in Urdu, loses nothing, and goes on by itself when it has paper', async () => {
  await speak(desk, 'ur')
  const papers = () => hospital.demonstration.tray.papers().filter(({ kind }) => kind === 'slip').length
  const already = papers()
  hospital.demonstration.setPrinter('desk-ticket', { paperOut: true, coverOpen: false })
  const personId = await registered(desk, 'Paper Out', '9811100002')
  const issued = await askPage(desk, contract, 'token.issue', { personId, department: 'medicine' })
  assert.equal(issued.kind, 'issued')
  await desk.page.keyboard.press('Alt+3')
  await says(desk, 'ur', 'desk.job.not-sent.paper-out')
  assert.equal(papers(), already)
  hospital.demonstration.setPrinter('desk-ticket', { paperOut: false, coverOpen: false })
  await until('the slip', () => papers() === already + 1, 30_000)
  await desk.page.keyboard.press('F2')
})

test('HIMS answering HTML is told from HIMS being away, in Hindi, and work goes on', async () => {
  await speak(desk, 'hi')
  hospital.door.set({ kind: 'portal' })
  await desk.page.getByText(startOf('hi', 'common.band.not-hims')).first().waitFor()
  await registered(desk, 'Behind Portal', '9811100003')
  hospital.door.set({ kind: 'open' })
  await until('everything to be sent', async () => (await waiting(desk)) === 0)
})

test('HIMS with a newer schema asks for an update, in Punjabi, and work goes on', async () => {
  await speak(desk, 'pa')
  hospital.door.set({ kind: 'newer' })
  await says(desk, 'pa', 'common.band.update-needed-refused')
  await registered(desk, 'Before Update', '9811100004')
  hospital.door.set({ kind: 'open' })
  // HIMS is asked again after a minute, or as soon as there is more to send.
  await registered(desk, 'After Update', '9811100009')
  await until('everything to be sent', async () => (await waiting(desk)) === 0, 90_000)
})

/** The words of a message before its first variable. */
function startOf(language: Language, id: Parameters<ReturnType<typeof textIn>>[0]): string {
  return (
    textIn(language)(id, { since: '\u0000' })
      .split('\u0000')
      .toSorted((a, b) => b.length - a.length)[0]
      ?.trim() ?? ''
  )
}

test('a database with a wrong key is left untouched and says why, in the language last spoken; the right key opens it', async () => {
  await speak(desk, 'ur')
  await desk.app.close()
  const secret = join(hospital.desk.env['CREDENTIALS_DIRECTORY'] ?? '', 'hims-terminal')
  const right = readFileSync(secret)
  const database = join(hospital.desk.userData, 'terminal.db')
  const untouched = readFileSync(database)

  writeFileSync(secret, 'another secret')
  const { enter } = await import('../../build/demo/tour/stage.ts')
  const closed = await enter(hospital.runtime, hospital.desk)
  await says(closed, 'ur', 'fault.store.no-key')
  await closed.app.close()
  assert.ok(readFileSync(database).equals(untouched), 'the database was changed')

  writeFileSync(secret, right)
  desk = await openDesk(hospital, hospital.desk, 'en')
  assert.equal(await found(desk, '9811100003'), 1)
})

const canMount = process.platform === 'linux' && process.getuid?.() === 0

test(
  'a full disk says so in Hindi, keeps what was saved, and goes on when there is room',
  { skip: !canMount },
  async () => {
    const small = join(hospital.demonstration.data, 'small-disk')
    mkdirSync(small)
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=96m', 'tmpfs', small])
    const spec = { ...hospital.demonstration.terminals.kiosk, userData: join(small, 'desk') }
    try {
      await fillDisk(small, spec.userData)
    } finally {
      execFileSync('umount', ['-l', small])
      rmSync(small, { recursive: true, force: true })
    }
  },
)

async function fillDisk(small: string, userData: string): Promise<void> {
  await desk.app.close()
  execFileSync('cp', ['-r', hospital.desk.userData, userData])
  const spec = {
    ...hospital.desk,
    userData,
    args: [root, `--user-data-dir=${userData}`, `--config=${join(userData, 'terminal.json')}`],
  }
  const narrow = await openDesk(hospital, spec, 'hi')
  try {
    await workOnFullDisk(narrow, small)
  } finally {
    await narrow.app.close()
  }
}

async function workOnFullDisk(narrow: Actor, small: string): Promise<void> {
  await registered(narrow, 'Kept Before', '9811100007')
  const ballast = join(small, 'ballast')
  const names = ['Wardha Lobo', 'Ngangom Tomba', 'Feroze Contractor', 'Ipsita Roy', 'Kunju Nair', 'Yangchen Dolma']
  let tries = 0
  await until(
    'the disk to be full',
    async () => {
      try {
        execFileSync('sh', ['-c', `head -c 200000000 /dev/zero >> ${ballast}`], { stdio: 'pipe' })
      } catch {
        // The disk is full, which is what is wanted.
      }
      tries += 1
      const name = `${names[tries % names.length]} ${'abcdefghijklmnopqrstuvwxyz'[tries % 26]}`
      const answer = await register(narrow, name, `98${String(20_000_000 + tries * 7919)}`)
      return answer.kind === 'not-saved' && answer.cause === 'disk-full'
    },
    60_000,
  )
  await narrow.page.keyboard.press('F3')
  await narrow.page.getByLabel(textIn('hi')('desk.new.name'), { exact: true }).fill(first.latin)
  await narrow.page.getByRole('radio', { name: textIn('hi')('common.sex.female') }).check({ force: true })
  await narrow.page.getByLabel(textIn('hi')('desk.new.birth'), { exact: true }).fill('35')
  await narrow.page.keyboard.press('F6')
  await says(narrow, 'hi', 'common.not-saved.disk-full')
  assert.equal(await found(narrow, '9811100007'), 1)
  assert.equal(await narrow.page.getByLabel(textIn('hi')('desk.new.name'), { exact: true }).inputValue(), first.latin)
  rmSync(ballast)
  await until('room again', async () => (await register(narrow, 'Room Again', '9811100008')).kind === 'saved')
  assert.equal(await found(narrow, '9811100008'), 1)
}
