import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { desk } from '../../../../contract/desk.ts'
import { textIn } from '../../../../domain/text/catalogue.ts'
import type { Language } from '../../../../domain/language.ts'
import { buildApp } from '../../../build.ts'
import type { Ready } from '../../find-runtime.ts'
import { openDemonstration } from '../../hospital.ts'
import type { Demonstration } from '../../hospital.ts'
import { askPage } from '../ask-page.ts'
import { unlock } from '../desk-scene.ts'
import type { Actor } from '../stage.ts'
import { enter } from '../stage.ts'
import { until } from '../until.ts'
import { legsOf, loadSaid, reckon, secondsOf, tableOf } from './reckon.ts'
import type { Aim, Row, Served } from './reckon.ts'

export interface MorningWorld {
  readonly root: string
  readonly runtime: Ready
  readonly folder: string
  readonly people: number
  /** How many of each kind are served. */
  readonly each: number
  /** The app in `dist/` is the one to use. */
  readonly isBuilt?: boolean
  /** HIMS is stopped before the first person comes. */
  readonly isCut?: boolean
}

/** One counter's morning: who comes, and how fast they should be served. */
export interface Morning {
  readonly name: 'desk' | 'pharmacy'
  readonly aims: Readonly<Record<string, Aim>>
  readonly serve: (hall: Hall, each: number) => Promise<readonly Served[]>
}

/** The counters, opened and unlocked, with the people of the hospital. */
export interface Hall {
  readonly demonstration: Demonstration
  readonly desk: Actor
  readonly pharmacy: Actor | null
  /** Cards are handed out: the first person may come. */
  readonly open: () => Promise<void>
}

/** Plays a morning, prints its table and writes report.json; 0 when every aim was met. */
export async function runMorning(morning: Morning, world: MorningWorld): Promise<number> {
  const { rows, served } = await playMorning(morning, world)
  console.log(`\n${legsOf(served)}\n\n${tableOf(rows)}\n`)
  console.log(
    `People's time is reckoned, 0.2 s a key and 1.2 s a decision; the machine's was measured on ${world.runtime.kind}, load ${loadSaid()}${world.isCut === true ? ', HIMS stopped' : ''}.`,
  )
  const report = { runtime: world.runtime.kind, load: loadSaid(), rows, served }
  writeFileSync(join(world.folder, 'report.json'), `${JSON.stringify(report, null, 2)}\n`)
  console.log(join(world.folder, 'report.json'))
  return rows.every(({ ok }) => ok) ? 0 : 1
}

export async function playMorning(
  morning: Morning,
  world: MorningWorld,
): Promise<{ readonly rows: readonly Row[]; readonly served: readonly Served[] }> {
  const clerk = ['Sunita Devi', '271828'] as const
  const served = await withHall(world, clerk, morning.name === 'pharmacy', (hall) => morning.serve(hall, world.each))
  return { rows: reckon(served, morning.aims), served }
}

/** Opens a hospital with a desk and perhaps a pharmacy, and closes it whatever happens. */
export async function withHall<Value>(
  { root, runtime, folder, people, isBuilt, isCut }: MorningWorld,
  clerk: readonly [operator: string, pin: string],
  needsPharmacy: boolean,
  work: (hall: Hall) => Promise<Value>,
): Promise<Value> {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  if (isBuilt !== true) await buildApp()
  const data = join(folder, 'data')
  const demonstration = await openDemonstration({
    root,
    data,
    keep: false,
    people,
    now: () => new Date(),
    isTimed: true,
  })
  const open: Actor[] = []
  const arrive = async (role: 'desk' | 'pharmacy', operator: string, pin: string): Promise<Actor> => {
    const actor = await enter(runtime, demonstration.terminals[role])
    open.push(actor)
    const name = actor.page.getByRole('radio', { name: operator })
    await until(`the ${role} to know ${operator}`, async () => (await name.count()) > 0)
    await unlock(actor, operator, pin)
    await actor.page.getByRole('combobox').waitFor()
    // Both staff contracts share these channels.
    await until('the people to be here', async () => !(await askPage(actor, desk, 'terminal.status', {})).filling)
    return actor
  }
  try {
    return await work({
      demonstration,
      desk: await arrive('desk', ...clerk),
      pharmacy: needsPharmacy ? await arrive('pharmacy', 'Arvind Negi', '314159') : null,
      open: async () => {
        if (isCut === true) await demonstration.hims.stop()
      },
    })
  } catch (fault) {
    for (const { name, page } of open) await page.screenshot({ path: join(folder, `failed-${name}.png`) })
    throw fault
  } finally {
    await Promise.all(open.map(({ app }) => app.close().catch(() => undefined)))
    await demonstration.close()
    rmSync(data, { recursive: true, force: true })
  }
}

/** Says on one line how somebody was served. */
export function told(served: Served): Served {
  const { kind, language, keys, decisions, machineMs } = served
  const seconds = secondsOf(served).toFixed(1)
  console.log(
    `${kind}, ${language}: ${keys} keys, ${decisions.length} decisions, machine ${machineMs} ms: ${seconds} s`,
  )
  return served
}

/** The terminal's own language, as its clerk would switch it between two people. */
export async function speak(actor: Actor, language: Language): Promise<void> {
  await askPage(actor, desk, 'terminal.language', { language })
  await actor.page.locator(`html[lang=${language}]`).waitFor()
  await actor.page.getByText(textIn(language)('common.keys'), { exact: true }).first().waitFor()
}
