import type { Member } from './desk-steps.ts'
import { linkBand } from './desk-scene.ts'
import type { Scene } from './run-tour.ts'
import { until } from './until.ts'

const PATIENCE = 20_000

/** HIMS comes back: what waited arrives once, and the other windows show it without a reload. */
export async function returnSteps(scene: Scene, member: Member, during: Member): Promise<void> {
  const { log, demonstration, doctor, desk, pharmacy, picture } = scene
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
    await until('the person at the pharmacy', () => knows(pharmacy.page, during), PATIENCE)
    const ms = Math.round(performance.now() - arrived)
    if (ms > 2000) throw new Error(`it took ${ms} ms`)
    await picture(pharmacy, 'pharmacy-online-again')
    return { 'after HIMS had it ms': ms }
  })
}

/** Whether the card that was unknown during the stop now leads to its person. */
function knows(page: Scene['pharmacy']['page'], { personId }: Member): Promise<boolean> {
  return page.evaluate(async (id) => {
    const hims: unknown = Reflect.get(globalThis, 'hims')
    const bridge = hims as { ask: Record<string, (input: unknown) => Promise<unknown>> }
    return (await bridge.ask['pick.open']?.({ personId: id })) !== null
  }, personId)
}
