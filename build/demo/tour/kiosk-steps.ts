import type { Member } from './desk-steps.ts'
import { atStart, chooseDepartment, chooseLanguage, showCard, takeSlip } from './kiosk-scene.ts'
import { first } from './people.ts'
import type { Scene } from './run-tour.ts'
import { say } from './say.ts'
import { until } from './until.ts'

const IDLE = 30_000

/** Drags the first person's large card, the oldest in the tray, onto the kiosk's scanner, as a hand would in the room. */
async function holdUnderKioskScanner({ room, picture }: Scene): Promise<void> {
  const scanner = room.page.locator('.scanner').last()
  await room.page.locator('.paper-card.large').last().dragTo(scanner)
  await scanner.getByText(say('room.verdict.sent')).waitFor()
  await picture(room, 'room-scanning')
}

export async function kioskSteps(scene: Scene, member: Member): Promise<void> {
  const { log, kiosk, demonstration, picture } = scene
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
    await until('the slip in the tray', () => demonstration.tray.papers().length > before)
  })
  await log.step(
    'after 30 s without a touch the kiosk is at its start, and nothing of the person is left',
    async () => {
      const start = performance.now()
      await atStart(kiosk, IDLE + 15_000)
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
      return { 'returned after ms': Math.round(performance.now() - start) }
    },
  )
}
