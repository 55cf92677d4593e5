import { pharmacy } from '../../../../contract/pharmacy.ts'
import { languages } from '../../../../domain/language.ts'
import type { Language } from '../../../../domain/language.ts'
import type { Person } from '../../../../domain/person/person.ts'
import { textIn } from '../../../../domain/text/catalogue.ts'
import { askPage } from '../ask-page.ts'
import type { Actor } from '../stage.ts'
import { handOutCards, untilOpens } from './desk-morning.ts'
import type { HeldCard } from './desk-morning.ts'
import type { Sight } from './eye.ts'
import { handsAt } from './hands.ts'
import type { Hands } from './hands.ts'
import { hearPapers } from './paper-way.ts'
import type { Served } from './reckon.ts'
import { speak, told } from './run-morning.ts'
import type { Hall, Morning } from './run-morning.ts'

const KIND = 'prescription of 3–4'

export const pharmacyMorning: Morning = {
  name: 'pharmacy',
  aims: { [KIND]: { p50: 25, p95: 45 } },
  async serve({ demonstration, desk, pharmacy: actor, open }, each) {
    if (actor === null) throw new Error('The pharmacy is closed')
    const people = await whoCollects(actor, demonstration, each, [3, 4])
    const cards = await handOutCards({ actor: desk, people })
    for (const card of cards) await untilOpens(actor, card)
    await open()
    await hearPapers(actor.page)
    const hands = handsAt(actor, demonstration)
    const served: Served[] = []
    for (const [at, card] of cards.entries()) {
      const language = languages[at % languages.length] ?? 'en'
      await speak(actor, language)
      await collect(actor, hands, language, card)
      served.push(told({ kind: KIND, language, ...hands.tally() }))
    }
    return served
  },
}

/** People with one open prescription of so many medicines, all of which this counter may give today. */
export async function whoCollects(
  actor: Actor,
  { hospital }: Hall['demonstration'],
  each: number,
  items: readonly number[],
): Promise<readonly Person[]> {
  const found: Person[] = []
  for (const { items: written, personId } of hospital.prescriptions) {
    if (found.length === each) break
    if (!items.includes(written.length)) continue
    const list = await askPage(actor, pharmacy, 'pick.open', { personId })
    const lines = list?.prescriptions.flatMap((order) => order.lines) ?? []
    const canGive = lines.every(
      ({ mayGive, rightHere, allergies }) => mayGive > 0 && rightHere && allergies.length === 0,
    )
    const person = hospital.people.find(({ id }) => id === personId)
    if (canGive && lines.length === written.length && person !== undefined) found.push(person)
  }
  await askPage(actor, pharmacy, 'pick.leave', {})
  if (found.length < each) throw new Error(`Only ${found.length} people collect so many medicines here`)
  return found
}

/** Card, one pack of every line, give: the labels are out. */
export async function collect(
  actor: Actor,
  hands: Hands,
  language: Language,
  { person, text }: HeldCard,
): Promise<void> {
  const { page } = actor
  await hands.decide('takes the card')
  hands.scan(text)
  await hands.see('the pick list', { css: '.pick-panel tbody tr' })
  await hands.decide('is it this person; allergies and warnings')
  const list = await askPage(actor, pharmacy, 'pick.open', { personId: person.id })
  const lines = list?.prescriptions.flatMap((order) => order.lines) ?? []
  for (const { medicine, lots } of lines) {
    await hands.decide('takes the pack from the shelf')
    const lot = lots.filter(({ here, expired, mark }) => here > 0 && !expired && mark === undefined)
    const [first] = lot.toSorted((one, other) => one.lot.expiry.localeCompare(other.lot.expiry))
    const gtin = medicine.packs?.[0]?.gtin
    if (first === undefined || gtin === undefined) continue
    const expiry = first.lot.expiry.replaceAll('-', '').slice(2)
    hands.scan(`]d201${gtin}17${expiry}10${first.lot.lot}`)
    await hands.see('what the pack is', { css: '.pack-box', says: first.lot.lot })
  }
  await hands.press('Control+Enter')
  await hands.see('the papers, or a question', { css: '.check-why', or: allOut(language) })
  if (await page.locator('.check-why').first().isVisible()) await lookAgain(hands)
  await hands.seePapers('the papers', allOut(language))
}

/** More papers than one prescription has. */
const MOST_PAPERS = 12

/** The screen says that as many papers came out as there are. */
const allOut = (language: Language, count = 1): Sight => ({
  css: '#papers-title',
  says: textIn(language)('pharmacy.given.papers', { out: count, all: count }),
  ...(count === MOST_PAPERS ? {} : { or: allOut(language, count + 1) }),
})

/** A warning asks why: the doctor knows. */
async function lookAgain(hands: Hands): Promise<void> {
  await hands.decide('why it is given all the same')
  await hands.press('1')
  await hands.press('Enter')
}
