import { randomBytes } from 'node:crypto'
import { once } from 'node:events'

import { unreachable } from '../domain/result.ts'
import { keyFileOf, readCommand } from './command/command-line.ts'
import type { Command } from './command/command-line.ts'
import { importBundles } from './command/import-bundle.ts'
import { loadFhirFiles } from './command/load-fhir-file.ts'
import { loadFile } from './command/load-file.ts'
import { move } from './command/move.ts'
import { rules } from './command/rules.ts'
import { serve } from './command/serve.ts'
import { usage } from './command/usage.ts'
import type { Hims } from './hims.ts'
import type { LogLine } from './log.ts'
import { openHims } from './open.ts'
import type { HimsWorld, HubSetting } from './world.ts'
import { giveRights } from './right/give-rights.ts'
import { endHold } from './right/grant-hold.ts'
import { rightMatters } from './right/matters.ts'
import { mapDepartment } from './right/policy.ts'
import { releaseRight, whyNotReleased } from './right/release.ts'

const print = (line: string): void => void process.stdout.write(`${line}\n`)
const complain = (line: string): void => void process.stderr.write(`${line}\n`)
const log = (line: LogLine): void => complain(JSON.stringify({ at: new Date().toISOString(), ...line }))

async function run(command: Command): Promise<number> {
  if (command.kind === 'help') {
    process.stdout.write(usage)
    return 0
  }
  const keyFile = keyFileOf(process.argv.slice(2))
  const world: HimsWorld = { database: command.database, keyFile, now: Date.now, random: randomBytes }
  if (command.kind === 'serve') {
    const stop = Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]).then(() => undefined)
    const holdGrantsFor = command.holdGrants === null ? null : command.holdGrants * 3_600_000
    await serve({ ...world, holdGrantsFor, hub: hubSetting(command) }, command, { print, complain, log }, stop)
    return 0
  }
  if (command.kind === 'move') return move(world, command.to, { print, complain })
  const hims = await openHims(world)
  try {
    return await administer(hims, command)
  } finally {
    await hims.close()
  }
}

const hubSetting = ({ hub }: Extract<Command, { readonly kind: 'serve' }>): HubSetting | undefined =>
  hub === null
    ? undefined
    : {
        ...hub,
        fetch,
        after(milliseconds, then) {
          const timer = setTimeout(then, milliseconds)
          return () => clearTimeout(timer)
        },
        report: (fault) => log({ event: 'hub-fault', fault: fault instanceof Error ? fault.name : 'unknown' }),
      }

type Administration = Exclude<Command, { readonly kind: 'help' | 'serve' | 'move' }>

async function administer(hims: Hims, command: Administration): Promise<number> {
  switch (command.kind) {
    case 'load-fhir':
      return loadFhirFiles(hims, command.files, { print, complain })
    case 'load':
      return loadFile(hims, command.file, { print, complain })
    case 'enrol':
      print((await hims.createEnrolment(command)).code)
      return 0
    case 'client':
      print((await hims.createClient(command.name, command.scopes)).token)
      return 0
    case 'terminals':
      for (const terminal of await hims.terminals()) print(JSON.stringify(terminal))
      return 0
    case 'retire':
      if (await hims.retire(command.terminal)) return 0
      complain(`hims: there is no terminal ${command.terminal} in use`)
      return 1
    case 'recover': {
      const code = await hims.createRecovery(command.terminal)
      if (code === null) complain(`hims: no key of a terminal ${command.terminal} is kept here`)
      else print(code)
      return code === null ? 1 : 0
    }
    case 'import':
      return importBundles(hims, command.files, { print, complain })
    case 'parked':
      for (const matter of await rightMatters(hims.inside.store)) print(JSON.stringify(matter))
      return 0
    case 'release': {
      const { commit, world } = hims.inside
      const released = await commit(1, (store) => releaseRight(store, command.right, command.count, world))
      if (released.ok) return 0
      complain(`hims: not released, ${whyNotReleased[released.problem]}`)
      return 1
    }
    case 'end-hold': {
      const { commit, world } = hims.inside
      const still = await commit(1, async (store) => {
        const count = await endHold(store, null)
        if (count > 0) await giveRights(store, world)
        return count
      })
      print(JSON.stringify({ unheard: still }))
      return 0
    }
    case 'pharmacy': {
      const { department, terminal } = command
      if (await hims.inside.commit(1, (store) => mapDepartment(store, department, terminal))) return 0
      complain(`hims: there is no pharmacy ${terminal ?? ''} in use`)
      return 1
    }
    case 'rules':
      return rules(hims, command.publish, { print, complain })
    case 'restored':
      await hims.declareRestored()
      return 0
    default:
      return unreachable(command)
  }
}

const command = readCommand(process.argv.slice(2))
if (command.ok) {
  try {
    process.exitCode = await run(command.value)
  } catch (error) {
    complain(error instanceof Error ? error.message : String(error))
    process.exitCode = 1
  }
} else {
  complain(`hims: ${command.problem}`)
  process.exitCode = 2
}
