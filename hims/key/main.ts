import { randomBytes } from 'node:crypto'

import { readKeyCommand } from './command-line.ts'
import { errorText } from './problem.ts'
import { runKeys } from './run.ts'

const print = (line: string): void => void process.stdout.write(`${line}\n`)
const complain = (line: string): void => void process.stderr.write(`${line}\n`)

const command = readKeyCommand(process.argv.slice(2))
if (command.ok) {
  try {
    const world = { print, complain, now: Date.now, random: randomBytes, stdin: process.stdin }
    process.exitCode = await runKeys(command.value, world)
  } catch (error) {
    complain(`keys: ${errorText(error)}`)
    process.exitCode = 1
  }
} else {
  complain(`keys: ${command.problem}`)
  process.exitCode = 2
}
