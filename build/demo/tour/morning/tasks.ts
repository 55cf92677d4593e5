import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { pharmacy } from '../../../../contract/pharmacy.ts'
import { ageOn } from '../../../../domain/person/person.ts'
import type { Person } from '../../../../domain/person/person.ts'
import { foldWhole } from '../../../../domain/search/fold.ts'
import { textIn } from '../../../../domain/text/catalogue.ts'
import { askPage } from '../ask-page.ts'
import { called } from '../say.ts'
import type { Actor } from '../stage.ts'
import {
  handOutCards,
  panelOf,
  papersOut,
  registerByCode,
  registerSpoken,
  returning,
  untilOpens,
} from './desk-morning.ts'
import type { Counter } from './desk-morning.ts'
import { walkForm } from './form-walk.ts'
import { handsAt } from './hands.ts'
import type { Hands, Tally } from './hands.ts'
import { newcomers } from './newcomers.ts'
import { collect, whoCollects } from './pharmacy-morning.ts'
import { withHall } from './run-morning.ts'
import type { Hall, MorningWorld } from './run-morning.ts'

/** What one task takes from the screen at rest until it is done. */
export interface Task extends Tally {
  readonly task: string
  /** Keys and scans without the letters and digits that every system would have to be told. */
  readonly presses: number
}

const t = textIn('en')

/** Plays each task that docs/decision/018 compares with other systems, and prints what it took. */
export async function runTasks(world: MorningWorld): Promise<number> {
  const tasks = await playTasks(world)
  for (const { task, presses, letters, decisions } of tasks) {
    console.log(`${String(presses).padStart(3)} keys and scans, ${String(letters).padStart(3)} letters: ${task}`)
    console.log(`      ${decisions.join('; ')}`)
  }
  writeFileSync(join(world.folder, 'report.json'), `${JSON.stringify(tasks, null, 2)}\n`)
  return 0
}

/** By a supervisor, who may do all of them. */
export const playTasks = (world: MorningWorld): Promise<readonly Task[]> =>
  withHall(world, ['Shabnam Khan', '141421'], true, async (hall) => [
    ...(await atDesk(hall)),
    ...(await atPharmacy(hall)),
  ])

async function atDesk({ demonstration, desk: actor }: Hall): Promise<readonly Task[]> {
  const hands = handsAt(actor, demonstration)
  const today = new Date().toLocaleDateString('en-CA', { timeZone: 'Asia/Kolkata' })
  const counter: Counter = { actor, hands, language: 'en', today, at: 0 }
  const { people } = demonstration.hospital
  const known = people.filter(({ phone, birth }) => phone !== null && birth.kind === 'date').slice(-6)
  const cards = await handOutCards({ actor, people: known })
  const [first, second, third, fourth] = cards
  const [byCode, spoken] = newcomers(2, today)
  const twins = twinsAmong(people)
  if (!first || !second || !third || !fourth || !byCode || !spoken) throw new Error('Too few people')
  const done: Task[] = []
  const task = async (name: string, work: () => Promise<void>) => {
    await work()
    done.push(taskOf(name, hands.tally()))
    await actor.page.keyboard.press('F2')
    await actor.page.keyboard.press('F2')
    await actor.page.getByRole('combobox', { name: t('desk.find.label') }).waitFor()
  }
  await task('returning person by card: token', () => returning(counter, first))
  await task('returning person by name and age: token', () => byName(counter, second.person))
  await task('new person by QR: token and card', () => registerByCode(counter, byCode))
  await task('new person, spoken: token and card', () => registerSpoken(counter, spoken))
  await task('lost card: stopped and replaced', () => replaceCard(counter, third.person))
  await task('date of birth corrected', () => correctBirth(counter, fourth.person))
  await task('two records of one person joined', () => joinTwins(counter, twins))
  return done
}

const taskOf = (task: string, tally: Tally): Task => ({ task, presses: tally.keys - tally.letters, ...tally })

/** Two records with one phone and one name, however it is spelt: two counters wrote down one person. */
function twinsAmong(people: readonly Person[]): readonly [Person, Person] {
  const both = [...Map.groupBy(people, ({ phone, name }) => `${phone} ${foldWhole(name.latin)}`)]
  const [one, other] = both.find(([key, some]) => !key.startsWith('null') && some.length === 2)?.[1] ?? []
  if (one === undefined || other === undefined) throw new Error('Nobody was written down twice')
  return [one, other]
}

const boxOf = ({ page }: Actor) => page.getByRole('combobox', { name: t('desk.find.label') })

async function find({ actor, hands }: Counter, text: string, person: Person): Promise<void> {
  await hands.type(text)
  await hands.await(panelOf(actor, person).getByRole('button', { name: called('desk.next.department') }))
  await hands.decide('is it this person')
}

const saidOf = ({ name, birth }: Person, today: string): string => `${name.latin.toLowerCase()} ${ageOn(birth, today)}`

async function byName(counter: Counter, person: Person): Promise<void> {
  const { hands, today } = counter
  await find(counter, saidOf(person, today), person)
  await hands.press('Enter')
  await papersOut(counter, 1)
}

async function replaceCard(counter: Counter, person: Person): Promise<void> {
  const { actor, hands } = counter
  const { page } = actor
  await find(counter, person.phone ?? '', person)
  await hands.press('F6')
  await hands.await(page.getByRole('listbox', { name: t('cards.title', { name: person.name.latin }) }))
  await hands.decide('which card')
  await hands.press('F8')
  await hands.see('what to ask', { css: '.fact-grid input:focus' })
  const birth = person.birth.kind === 'date' ? person.birth.on.split('-').toReversed().join('') : ''
  await walkForm(actor, hands, 'en', [
    { label: 'cards.fact.phone', act: () => hands.type((person.phone ?? '').slice(-4)) },
    { label: 'cards.fact.birth', act: () => hands.type(birth) },
  ])
  await hands.press('Control+Enter')
  await papersOut(counter, 1)
}

async function correctBirth(counter: Counter, person: Person): Promise<void> {
  const { actor, hands, today } = counter
  const { page } = actor
  await find(counter, saidOf(person, today), person)
  await hands.press('F8')
  await hands.see('the form', { css: '.form-grid input:focus' })
  await walkForm(actor, hands, 'en', [{ label: 'desk.new.birth', act: () => hands.type('14031968') }], 'F8')
  await hands.press('Control+Enter')
  await hands.await(page.getByText(t('merge.saved'), { exact: true }))
}

async function joinTwins(counter: Counter, [one, other]: readonly [Person, Person]): Promise<void> {
  const { actor, hands } = counter
  const { page } = actor
  const rows = page.getByRole('listbox', { name: t('desk.find.results') }).getByRole('option')
  await hands.type(one.phone ?? '')
  await hands.await(rows.nth(1))
  await hands.decide('which two are one person')
  await hands.press('F7')
  await hands.await(page.getByText(t('merge.twin.next')))
  if ((await boxOf(actor).inputValue()) === '') {
    await hands.type(other.phone ?? '')
    await hands.await(rows.nth(1))
  }
  await hands.press('Control+2')
  await hands.await(page.getByRole('button', { name: called('merge.twin.compare') }))
  await hands.press('F7')
  await hands.await(page.getByRole('button', { name: called('merge.join') }))
  await hands.decide('which record is kept')
  await hands.press('Enter')
  await hands.await(boxOf(actor))
}

async function atPharmacy({ demonstration, desk, pharmacy: actor }: Hall): Promise<readonly Task[]> {
  if (actor === null) throw new Error('The pharmacy is closed')
  const hands = handsAt(actor, demonstration)
  const [card] = await handOutCards({ actor: desk, people: await whoCollects(actor, demonstration, 1, [3]) })
  if (card === undefined) throw new Error('Nobody collects three medicines')
  await untilOpens(actor, card)
  await collect(actor, hands, 'en', card)
  const given = taskOf('three medicines given, a pack of each scanned', hands.tally())
  await actor.page.keyboard.press('Enter')
  await receive(actor, hands)
  return [given, taskOf('a delivery of two lots received', hands.tally())]
}

async function receive(actor: Actor, hands: Hands): Promise<void> {
  const { page } = actor
  const shelf = await askPage(actor, pharmacy, 'stock.shelf', { text: '' })
  const [one, other] = shelf.filter(({ medicine }) => (medicine.packs ?? []).length > 0)
  await hands.press('Alt+3')
  await hands.press('F3')
  const form = page.getByRole('region', { name: t('stock.receive') })
  await hands.await(form)
  for (const [at, found] of [one, other].entries()) {
    if (found === undefined) throw new Error('Two medicines have no packs')
    await hands.decide('takes a pack out of the box')
    hands.scan(`]d201${found.medicine.packs?.[0]?.gtin ?? ''}1728063010NEW${at}`)
    await hands.await(form.getByLabel(t('stock.field.lot'), { exact: true }).and(page.locator(`[value="NEW${at}"]`)))
    await walkForm(actor, hands, 'en', [{ label: 'stock.field.found', act: () => hands.type('500') }])
    await hands.press('Enter')
    await hands.await(form.locator('.stock-line').nth(at))
  }
  await walkForm(actor, hands, 'en', [{ label: 'stock.field.from', act: () => hands.type('Central store') }])
  await hands.press('Control+Enter')
  await form.waitFor({ state: 'detached' })
  await hands.await(page.locator('.collect-box'))
}
