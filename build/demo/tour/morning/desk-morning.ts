import { desk } from '../../../../contract/desk.ts'
import { languages } from '../../../../domain/language.ts'
import type { Language } from '../../../../domain/language.ts'
import type { Person } from '../../../../domain/person/person.ts'
import { textIn } from '../../../../domain/text/catalogue.ts'
import { askPage } from '../ask-page.ts'
import type { Actor } from '../stage.ts'
import { until } from '../until.ts'
import type { Sight } from './eye.ts'
import { walkForm } from './form-walk.ts'
import { handsAt } from './hands.ts'
import type { Hands } from './hands.ts'
import { abhaCode, birthSaid, newcomers } from './newcomers.ts'
import { hearPapers } from './paper-way.ts'
import type { Served } from './reckon.ts'
import { speak, told } from './run-morning.ts'
import type { Morning } from './run-morning.ts'

export interface Counter {
  readonly actor: Actor
  readonly hands: Hands
  readonly language: Language
  readonly today: string
  /** Who this is among those of one kind; every third wants another department than the likely one. */
  readonly at: number
}

const wantsOther = ({ at }: Counter): boolean => at % 3 === 2

/** Twelve of each kind, in the languages by turns. */
export const deskMorning: Morning = {
  name: 'desk',
  aims: {
    'returning by card': { p50: 6, p95: 10 },
    'new by QR': { p50: 30, p95: 45 },
    'new, spoken': { p50: 60, p95: 90 },
  },
  async serve({ demonstration, desk: actor, open }, each) {
    await hearPapers(actor.page)
    const hands = handsAt(actor, demonstration)
    const today = new Date().toLocaleDateString('en-CA', { timeZone: 'Asia/Kolkata' })
    const cards = await handOutCards({ actor, people: demonstration.hospital.people.slice(-each) })
    const strangers = newcomers(2 * each, today)
    await open()
    const served: Served[] = []
    const visit = async (kind: string, at: number, work: (counter: Counter) => Promise<void>) => {
      const language = languages[at % languages.length] ?? 'en'
      await speak(actor, language)
      await work({ actor, hands, language, today, at })
      served.push(told({ kind, language, ...hands.tally() }))
    }
    for (let at = 0; at < each; at += 1) {
      const [card, byCode, spoken] = [cards[at], strangers[2 * at], strangers[2 * at + 1]]
      if (card === undefined || byCode === undefined || spoken === undefined) throw new Error('Too few people')
      await visit('returning by card', at, (counter) => returning(counter, card))
      await visit('new by QR', at, (counter) => registerByCode(counter, byCode))
      await visit('new, spoken', at, (counter) => registerSpoken(counter, spoken))
    }
    return served
  },
}

export interface HeldCard {
  readonly person: Person
  readonly text: string
}

/** Before the morning: cards for people who have been here. */
export async function handOutCards({
  actor,
  people,
}: {
  readonly actor: Actor
  readonly people: readonly Person[]
}): Promise<readonly HeldCard[]> {
  const held: HeldCard[] = []
  for (const person of people) {
    const wishes = { details: false, emergency: false, face: false }
    const issued = await askPage(actor, desk, 'card.issue', { personId: person.id, language: person.language, wishes })
    if (issued.kind !== 'issued') throw new Error(`No card for ${person.name.latin}: ${issued.kind}`)
    held.push({ person, text: issued.code })
  }
  for (const card of held) await untilOpens(actor, card)
  return held
}

/** A counter's list of signing keys may be younger than a card. */
export const untilOpens = (actor: Actor, { person, text }: HeldCard): Promise<boolean> =>
  until(`the card of ${person.name.latin} at the ${actor.name}`, async () => {
    const { card, person: found } = await askPage(actor, desk, 'scan.text', { text, source: 'camera' })
    return card.kind === 'valid' && found?.id === person.id
  })

export const panelOf = ({ page }: Actor, { name }: Person) => page.getByRole('complementary', { name: name.latin })

export async function returning(counter: Counter, { person, text }: HeldCard): Promise<void> {
  const { hands } = counter
  await hands.decide('takes the card')
  hands.scan(text)
  await hands.see('the person', { css: `[aria-label=${JSON.stringify(person.name.latin)}] .next` })
  await hands.decide('is it this person, and this department')
  if (wantsOther(counter)) await otherDepartment(counter)
  else await hands.press('Enter')
  await papersOut(counter, 1)
}

async function otherDepartment({ hands }: Counter): Promise<void> {
  await hands.press('F4')
  await hands.see('the departments', { css: '.next.departments' })
  await hands.decide('which department')
  await hands.press('2')
}

export const papersOut = ({ hands, language }: Counter, count: number): Promise<void> =>
  hands.seePapers('the papers', { css: '.issued-jobs .chip', says: textIn(language)('desk.job.chip.printed'), count })

/** The form, and how the name may be spelt in the person's own script. */
const form: Sight = { css: '.new-person .suggestion' }

export async function registerByCode(counter: Counter, person: Person): Promise<void> {
  const { actor, hands, language, today, at } = counter
  await hands.decide('takes the phone with the code')
  hands.scan(abhaCode(person, at + 1, today))
  const listed: Sight = { css: '.list-foot button', says: textIn(language)('identity.new') }
  await hands.see('the form, or who it may be', { ...form, or: listed })
  if (!(await actor.page.locator('.new-person').isVisible())) {
    await hands.decide('nobody in the list is this person')
    await hands.press('F3')
    await hands.see('the form', form)
  }
  await hands.decide('the form says what the person says')
  await spell(counter)
  await finish(counter)
}

/** Takes the first spelling of the name in the person's own script. */
async function spell({ hands, language }: Counter): Promise<void> {
  await hands.decide(`how the name is written (${language})`)
  await hands.press('Control+1')
}

async function finish(counter: Counter): Promise<void> {
  const { hands } = counter
  await hands.decide('nobody beside the form is this person')
  await hands.press('Control+Enter')
  await papersOut(counter, 2)
}

export async function registerSpoken(counter: Counter, person: Person): Promise<void> {
  const { actor, hands, language, today } = counter
  const t = textIn(language)
  // From the slips of whoever was served before.
  await hands.press('Enter')
  await hands.see('the box to type in', { css: '.find [role=combobox]' })
  const birth = birthSaid(person, today)
  await hands.type(person.name.latin.toLowerCase())
  await hands.see('who is found', { css: '.understood', says: person.name.latin.toLowerCase() })
  await hands.decide('nobody in the list is this person')
  await hands.press('F3')
  await hands.see('the form', form)
  await spell(counter)
  const typed = (label: Parameters<typeof t>[0], text: string) => ({ label, act: () => hands.type(text) })
  const { guardian, address, phone } = person
  await walkForm(actor, hands, language, [
    {
      label: 'desk.new.sex',
      act: async () => {
        await hands.decide('woman, man or other')
        await hands.press(person.sex === 'female' ? '1' : '2')
      },
    },
    typed('desk.new.birth', birth),
    typed('desk.new.phone', phone ?? ''),
    {
      label: 'desk.new.relation',
      act: async () => {
        await hands.decide('whose name it is')
        await hands.press(
          'ArrowRight',
          { father: 0, mother: 1, husband: 2, wife: 3, guardian: 4 }[guardian?.relation ?? 'father'],
        )
      },
    },
    typed('desk.new.guardian', guardian?.name ?? ''),
    typed('desk.new.house', address.house),
    typed('desk.new.locality', address.locality),
  ])
  await finish(counter)
}
