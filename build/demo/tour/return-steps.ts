import { pharmacy } from '../../../contract/pharmacy.ts'
import { PersonId } from '../../../domain/id.ts'
import { askPage } from './ask-page.ts'
import type { Member } from './desk-steps.ts'
import { linkBand } from './desk-scene.ts'
import type { Scene } from './run-tour.ts'
import type { Actor } from './stage.ts'
import { until } from './until.ts'

const PATIENCE = 20_000

/** HIMS comes back: what waited arrives once, and the other windows show it without a reload. */
export async function returnSteps(scene: Scene, member: Member, during: Member): Promise<void> {
  const { log, demonstration, doctor, desk, picture } = scene
  await log.step('the server returns, and what waited arrives exactly once', async () => {
    await demonstration.hims.start()
    await until('the second person at HIMS', async () => (await doctor.patient(during.personId)) === 'known', PATIENCE)
    await until(
      'the dispense at HIMS',
      async () => (await doctor.count('MedicationDispense', member.personId)) > 0,
      PATIENCE,
    )
    await linkBand(desk).waitFor({ state: 'detached', timeout: PATIENCE })
    const dispenses = await doctor.count('MedicationDispense', member.personId)
    if (dispenses !== 1) throw new Error(`HIMS holds ${dispenses} dispenses`)
    await picture(desk, 'desk-online-again')
    return { dispenses }
  })
  await log.step('the other windows show it within two seconds, without a reload', async () => {
    const arrived = performance.now()
    await until('the person at the pharmacy', () => knows(scene.pharmacy, during), PATIENCE)
    const ms = Math.round(performance.now() - arrived)
    if (ms > 2000) throw new Error(`it took ${ms} ms`)
    await picture(scene.pharmacy, 'pharmacy-online-again')
    return { 'after HIMS had it ms': ms }
  })
}

/** Whether the person who was unknown during the stop is now here. */
const knows = async (actor: Actor, { personId }: Member): Promise<boolean> =>
  (await askPage(actor, pharmacy, 'pick.open', { personId: PersonId.parse(personId) })) !== null
