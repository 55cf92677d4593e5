import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { findRuntime } from '../../build/demo/find-runtime.ts'
import type { Ready } from '../../build/demo/find-runtime.ts'
import type { Demonstration } from '../../build/demo/hospital.ts'
import { openDemonstration } from '../../build/demo/hospital.ts'
import type { LaunchSpec } from '../../build/demo/terminal-spec.ts'
import { askPage } from '../../build/demo/tour/ask-page.ts'
import { enter } from '../../build/demo/tour/stage.ts'
import type { Actor } from '../../build/demo/tour/stage.ts'
import { unlock } from '../../build/demo/tour/desk-scene.ts'
import { until } from '../../build/demo/tour/until.ts'
import { desk } from '../../contract/desk.ts'
import type { Language } from '../../domain/language.ts'
import { textIn } from '../../domain/text/catalogue.ts'
import type { Door } from '../fake/network/door.ts'
import { door } from '../fake/network/door.ts'

export const root = join(import.meta.dirname, '../..')

/** A small hospital for a journey: few people, and a door between the desk and HIMS. */
export interface SmallHospital {
  readonly runtime: Ready
  readonly demonstration: Demonstration
  readonly door: Door
  readonly desk: LaunchSpec
  /** Whoever was opened; all are closed in the end. */
  readonly actors: Actor[]
  readonly close: () => Promise<void>
}

export async function smallHospital(people = 60): Promise<SmallHospital> {
  const runtime = await findRuntime(root, true)
  if (runtime === null) throw new Error('there is nothing to run the app on')
  const data = mkdtempSync(join(tmpdir(), 'hospital-'))
  const demonstration = await openDemonstration({ root, data, keep: true, people, now: () => new Date() })
  const between = await door(demonstration.hims.url)
  const spec = demonstration.terminals.desk
  changeSettings(spec, (settings) => ({ ...settings, hims: between.url }))
  const actors: Actor[] = []
  return {
    runtime,
    demonstration,
    door: between,
    desk: spec,
    actors,
    close: async () => {
      for (const { app } of actors) await app.close().catch(() => undefined)
      await between.close()
      await demonstration.close()
      rmSync(data, { recursive: true, force: true })
    },
  }
}

export function changeSettings(spec: LaunchSpec, change: (settings: object) => object): void {
  const path = join(spec.userData, 'terminal.json')
  const settings: unknown = JSON.parse(readFileSync(path, 'utf8'))
  if (typeof settings === 'object' && settings !== null) writeFileSync(path, JSON.stringify(change(settings)))
}

/** Opens the desk, unlocked, in a language. */
export async function openDesk(
  { runtime, actors }: SmallHospital,
  spec: LaunchSpec,
  language: Language,
): Promise<Actor> {
  const actor = await enter(runtime, spec)
  actors.push(actor)
  await actor.page.getByRole('radio', { name: 'Sunita Devi' }).waitFor()
  await unlock(actor, 'Sunita Devi', '271828')
  await actor.page.getByRole('combobox').first().waitFor()
  await speak(actor, language)
  return actor
}

export async function speak(actor: Actor, language: Language): Promise<void> {
  await askPage(actor, desk, 'terminal.language', { language })
  await actor.page.locator(`html[lang=${language}]`).waitFor()
}

/** Waits until the page says this, in this language. */
export async function says(
  actor: Actor,
  language: Language,
  ...message: Parameters<ReturnType<typeof textIn>>
): Promise<void> {
  await actor.page
    .getByText(textIn(language)(...message))
    .first()
    .waitFor()
}

export { askPage, until }
