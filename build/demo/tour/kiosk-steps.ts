import type { Member } from './desk-steps.ts'
import { atStart, chooseDepartment, chooseLanguage, showCard, takeSlip } from './kiosk-scene.ts'
import { first } from './people.ts'
import type { Scene } from './run-tour.ts'
import { say } from './say.ts'
import { until } from './until.ts'

const IDLE = 30_000

/** Drags the first person's large card onto the kiosk's scanner, as a hand would in the room. */
async function holdUnderKioskScanner({ room, picture }: Scene): Promise<void> {
  const scanner = room.page.locator('.scanner').last()
  await room.page.locator('.paper-card.large').last().dragTo(scanner)
  await scanner.getByText(say('room.verdict.sent')).waitFor()
  await picture(room, 'room-scanning')
}

/** After how many milliseconds without a touch the kiosk was at its start; null when it never was. */
export type Returned = Promise<number | null>

/** A patient checks in by themselves; then nobody touches the kiosk while the tour goes on at the other windows. */
export async function kioskSteps(scene: Scene): Promise<{ readonly returned: Returned }> {
  const { log, kiosk, demonstration, picture } = scene
  let returned: Returned = Promise.resolve(null)
  await log.step('at the kiosk the patient picks a language and shows the large card from home', async () => {
    await picture(kiosk, 'kiosk-language')
    await chooseLanguage(kiosk, 'pa')
    await picture(kiosk, 'kiosk-home')
    await showCard(kiosk, 'pa')
    await picture(kiosk, 'kiosk-scan')
    await holdUnderKioskScanner(scene)
  })
  await log.step('the patient checks in and takes a printed token', async () => {
    const before = demonstration.tray.papers().length
    const medicine = demonstration.hospital.departments.find(({ code }) => code === 'medicine')
    await until('the departments', async () => (await kiosk.page.getByText(medicine?.name.pa ?? '').count()) > 0)
    await picture(kiosk, 'kiosk-department')
    await chooseDepartment(kiosk, 'pa', medicine?.name.pa ?? '')
    await takeSlip(kiosk, 'pa')
    await picture(kiosk, 'kiosk-token')
    returned = backAtStart(scene)
    await until('the slip in the tray', () => demonstration.tray.papers().length > before)
  })
  return { returned }
}

function backAtStart({ kiosk }: Scene): Returned {
  const touched = performance.now()
  return atStart(kiosk, IDLE + 15_000).then(
    () => Math.round(performance.now() - touched),
    () => null,
  )
}

/** What the kiosk has done by itself since. */
export async function kioskForgets({ log, kiosk, picture }: Scene, member: Member, returned: Returned): Promise<void> {
  await log.step(
    'after 30 s without a touch the kiosk is at its start, and nothing of the person is left',
    async () => {
      const ms = await returned
      if (ms === null) throw new Error('the kiosk never returned to its start')
      const page = await kiosk.page.content()
      const spoken = [
        first.latin,
        first.own,
        first.phone,
        first.guardian,
        member.shortCode,
        member.personId,
        member.token,
      ]
      const left = spoken.filter((trace) => page.includes(trace))
      if (left.length > 0) throw new Error(`the page still holds ${left.join(', ')}`)
      await picture(kiosk, 'kiosk-at-start')
      return { 'returned after ms': ms }
    },
  )
}
