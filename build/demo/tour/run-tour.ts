import { copyFileSync, existsSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'

import { buildApp } from '../../build.ts'
import type { Ready } from '../find-runtime.ts'
import { openDemonstration } from '../hospital.ts'
import type { Demonstration } from '../hospital.ts'
import { cardSteps } from './card-steps.ts'
import { deskSteps, secondPersonStep } from './desk-steps.ts'
import { doctor } from './doctor.ts'
import type { Doctor } from './doctor.ts'
import { kioskForgets, kioskSteps } from './kiosk-steps.ts'
import { languageSteps, otherPages } from './language-steps.ts'
import { pharmacySteps, prescriptionStep } from './pharmacy-steps.ts'
import type { TourLog, TourReport } from './report.ts'
import { tourLog, TourStopped } from './report.ts'
import { returnSteps } from './return-steps.ts'
import type { Actor } from './stage.ts'
import { cameraSwitches, enter } from './stage.ts'
import { until } from './until.ts'

export interface TourWorld {
  readonly root: string
  readonly runtime: Ready
  /** Where pictures, papers and the report go; `out/tour` unless a test says otherwise. */
  readonly folder?: string
  readonly people?: number
  /** The app in `dist/` is the one to show. */
  readonly isBuilt?: boolean
}

/** Everything the tour's steps work with. */
export interface Scene {
  readonly log: TourLog
  readonly demonstration: Demonstration
  readonly doctor: Doctor
  readonly desk: Actor
  readonly pharmacy: Actor
  readonly kiosk: Actor
  readonly room: Actor
  /** The file that the pharmacy's camera sees. */
  readonly film: string
  /** Takes a picture of a window. */
  readonly picture: (actor: Actor, name: string) => Promise<void>
}

/** Plays the main job end to end; 0 when every step went well. */
export async function runTour(world: TourWorld): Promise<number> {
  const report = await playTour(world)
  const failed = report.steps.filter(({ ok }) => !ok)
  const where = world.folder ?? join(world.root, 'out/tour')
  console.log(`${report.steps.length - failed.length} of ${report.steps.length} steps went well on ${report.runtime}.`)
  console.log(`In ${where}: report.json and`)
  for (const name of report.artefacts) console.log(`  ${name}`)
  return failed.length === 0 ? 0 : 1
}

export async function playTour({ root, runtime, folder, people, isBuilt }: TourWorld): Promise<TourReport> {
  const out = folder ?? join(root, 'out/tour')
  rmSync(out, { recursive: true, force: true })
  const log = tourLog(out)
  const open: Actor[] = []
  let demonstration: Demonstration | null = null
  try {
    if (isBuilt !== true) await log.step('build the app', async () => buildApp())
    await log.step('open a hospital', async () => {
      const data = join(out, 'data')
      demonstration = await openDemonstration({
        root,
        data,
        keep: false,
        people: people ?? 5000,
        now: () => new Date(),
      })
      return { people: demonstration.hospital.people.length, medicines: demonstration.hospital.medicines.length }
    })
    if (demonstration !== null) await play(log, runtime, demonstration, open)
  } catch (fault) {
    if (!(fault instanceof TourStopped)) throw fault
    await Promise.all(open.map((actor) => photograph(log, actor, `failed-${actor.name}`)))
  } finally {
    if (demonstration !== null) await end(log, demonstration, open)
  }
  return log.write(runtime.kind)
}

const photograph = async (log: TourLog, { page }: Actor, name: string): Promise<void> => {
  await page.screenshot({ path: log.artefact(`screen/${name}.png`) })
}

async function play(log: TourLog, runtime: Ready, demonstration: Demonstration, open: Actor[]): Promise<void> {
  const { terminals, room } = demonstration
  const film = join(log.folder, 'camera.y4m')
  const arrive = async (spec: Parameters<typeof enter>[1], switches: readonly string[] = []) => {
    const actor = await enter(runtime, spec, switches)
    open.push(actor)
    return actor
  }
  let desk: Actor | null = null
  await log.step('a registration desk opens and joins HIMS', async () => {
    desk = await arrive(terminals.desk)
    const { page } = desk
    await until('the desk to know its staff', () => page.getByRole('radio').count())
  })
  if (desk === null) return
  const scene: Scene = {
    log,
    demonstration,
    doctor: doctor(demonstration.hims.url, demonstration.doctor, () => new Date()),
    desk,
    pharmacy: await arrive(terminals.pharmacy, cameraSwitches(film)),
    kiosk: await arrive(terminals.kiosk),
    room: await arrive(room),
    film,
    picture: (actor, name) => photograph(log, actor, name),
  }
  const registered = await deskSteps(scene)
  await prescriptionStep(scene, registered)
  const set = await cardSteps(scene, registered)
  const { returned } = await kioskSteps(scene)
  const during = await secondPersonStep(scene, registered)
  await pharmacySteps(scene, set, during)
  await returnSteps(scene, registered, during)
  await otherPages(scene)
  await languageSteps(scene)
  await kioskForgets(scene, registered, returned)
}

/** Closes what was opened, and lays every paper that was printed beside the pictures. */
async function end(log: TourLog, demonstration: Demonstration, open: readonly Actor[]): Promise<void> {
  await Promise.all(open.map(({ app }) => app.close().catch(() => undefined)))
  for (const { id, png, pdf } of demonstration.tray.papers()) {
    const from = join(demonstration.data, 'papers', `${id}.png`)
    if (png.length > 0 && existsSync(from)) copyFileSync(from, log.artefact(`paper/${id}.png`))
    if (pdf !== null) copyFileSync(pdf, log.artefact(`paper/${id}-${basename(pdf)}`))
  }
  await demonstration.close()
  rmSync(join(log.folder, 'camera.y4m'), { force: true })
}
