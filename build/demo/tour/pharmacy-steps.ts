import { pharmacy } from '../../../contract/pharmacy.ts'
import { PersonId } from '../../../domain/id.ts'
import { askPage } from './ask-page.ts'
import type { CardSet } from './card-steps.ts'
import type { Member } from './desk-steps.ts'
import { unlock } from './desk-scene.ts'
import { filmCard, filmPicture } from './film.ts'
import { second } from './people.ts'
import { give, readByCamera, rowOf, setPart, stockOf } from './pharmacy-scene.ts'
import type { Scene } from './run-tour.ts'
import { say } from './say.ts'
import { until } from './until.ts'

const AMOXICILLIN = 'amoxicillin-500-mg-capsule'
const METFORMIN = 'metformin-500-mg-tablet'

/** A doctor's system posts to HIMS, and what it wrote reaches the pharmacy with its right to dispense. */
export async function prescriptionStep(scene: Scene, member: Member): Promise<void> {
  const { log, doctor, pharmacy: actor, picture } = scene
  await log.step('a doctor’s system posts a prescription to HIMS as FHIR', async () => {
    await until('HIMS to know the person', async () => (await doctor.patient(member.personId)) === 'known')
    await doctor.noteAllergy(member.personId, 'penicillin')
    await doctor.prescribe(member.personId, [
      { medicine: METFORMIN, morning: 1, night: 1, days: 30, quantity: 60 },
      { medicine: AMOXICILLIN, morning: 1, night: 1, days: 5, quantity: 10 },
    ])
    return { 'MedicationRequests at HIMS': await doctor.count('MedicationRequest', member.personId) }
  })
  await log.step('the prescription reaches the pharmacy with its right to dispense', async () => {
    await unlock(actor, 'Arvind Negi', '314159')
    await actor.page.getByRole('combobox', { name: say('pharmacy.find.label') }).waitFor()
    await until('the prescription and its right', async () => (await rightsOf(scene, member.personId)) === 2)
    await picture(actor, 'pharmacy-home')
  })
}

/** For how many lines of this person the pharmacy holds the right. */
async function rightsOf(scene: Scene, personId: string): Promise<number> {
  const list = await askPage(scene.pharmacy, pharmacy, 'pick.open', { personId: PersonId.parse(personId) })
  return list?.prescriptions.flatMap(({ lines }) => lines).filter(({ rightHere }) => rightHere).length ?? 0
}

export async function pharmacySteps(scene: Scene, set: CardSet, during: Member): Promise<void> {
  const { log, pharmacy: actor, film, picture } = scene
  const { page } = actor
  await log.step(
    'without the server the camera reads the named card; person, prescription and allergy stand there',
    async () => {
      if (set.purse.pdf === null) throw new Error('the card is no PDF')
      await filmCard(set.purse.pdf, film)
      const ms = await readByCamera(actor, say('pharmacy.scan.valid'))
      await page.getByText(say('cards.holder'), { exact: true }).waitFor()
      await rowOf(actor, 'Metformin').waitFor()
      await rowOf(actor, 'Amoxicillin').getByText(say('pharmacy.stop.allergy')).waitFor()
      await picture(actor, 'pharmacy-pick')
      return { 'camera key to person ms': ms }
    },
  )
  await log.step('a part is dispensed, the label is printed, the stock falls', async () => {
    const before = await stockOf(actor, 'metformin', METFORMIN)
    await setPart(actor, 'Metformin', 30)
    // One label, and the slip that says what is owed.
    const ms = await give(actor, 2)
    const after = await stockOf(actor, 'metformin', METFORMIN)
    if (before - after !== 30) throw new Error(`the stock went from ${before} to ${after}`)
    await picture(actor, 'pharmacy-given')
    await page.keyboard.press('Enter')
    return { 'stock before': before, 'stock after': after, 'give and print ms': ms }
  })
  await log.step('a torn card and a picture that is no card are told apart from a card', async () => {
    await filmPicture(await noCard(), film)
    await readByCamera(actor, say('pharmacy.scan.not-a-card'))
    await picture(actor, 'pharmacy-not-a-card')
    await page.keyboard.press('Escape')
  })
  await log.step(
    'the card signed by the desk during the stop is genuine and says whose it is, without a record here',
    async () => {
      if (during.card.pdf === null) throw new Error('the card is no PDF')
      await filmCard(during.card.pdf, film)
      await readByCamera(actor, say('pharmacy.scan.not-here'))
      await page.getByText(second.latin, { exact: true }).first().waitFor()
      await picture(actor, 'pharmacy-not-here-yet')
      await page.keyboard.press('Escape')
    },
  )
}

/** A QR of somebody else's, as a picture. */
async function noCard(): Promise<Uint8Array> {
  const { toBuffer } = await import('qrcode')
  return new Uint8Array(await toBuffer('https://example.org/menu', { scale: 8, margin: 4 }))
}
