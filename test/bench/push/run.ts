import { spawn } from 'node:child_process'
import type { ChildProcessByStdio } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'

import { z } from 'zod'

import { quantile } from '../sample.ts'
import { onCores } from './core.ts'
import type { Cores } from './core.ts'
import { LoadResult } from './load.ts'
import type { LoadOrder } from './load.ts'

/** A child that says one line for each it is told. */
interface Child {
  readonly read: () => Promise<string>
  readonly tell: (line: string) => void
  readonly ended: Promise<unknown>
}

function child(cores: Cores, file: string, ...values: readonly string[]): Child {
  const [program, all] = onCores(cores, process.execPath, [join(import.meta.dirname, file), ...values])
  const started: ChildProcessByStdio<Writable, Readable, null> = spawn(program, all, {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: started.stdout })[Symbol.asyncIterator]()
  return {
    read: async () => {
      const { value, done } = await lines.next()
      if (done === true) throw new Error(`${file} ended`)
      return value
    },
    tell: (line) => void started.stdin.write(`${line}\n`),
    ended: once(started, 'exit'),
  }
}

const Port = z.object({ port: z.int() })
const Held = z.object({
  people: z.int(),
  cursors: z.int(),
  said: z.int(),
  pushed: z.int(),
  digest: z.string(),
  cpu: z.object({ user: z.number(), system: z.number() }),
})

export interface Plan {
  /** Which program answers, and what it is told. */
  readonly server: readonly [file: string, ...values: readonly string[]]
  readonly terminals: number
  /** Of each terminal. */
  readonly mutations: number
  readonly sizes: readonly [number, number]
  readonly ahead: boolean
  /** Processes that play the terminals. */
  readonly players: number
}

export interface Outcome {
  readonly pushesPerSecond: number
  readonly mutationsPerSecond: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly slowestOverMedian: number
  readonly seconds: number
  readonly serverErrors: number
  readonly failed: number
  /** People who are there twice, or whose place in the feed somebody else has. */
  readonly doubled: number
  readonly lost: number
  /** Mutations for each second of processor that the server used: what the machine's other work changes least. */
  readonly perProcessorSecond: number
}

export async function pushRun({ server: [file, ...values], players, ...plan }: Plan): Promise<Outcome> {
  const server = child('0,1', file, ...values)
  const { port } = Port.parse(JSON.parse(await server.read()))
  const each = Math.ceil(plan.terminals / players)
  const orders: readonly LoadOrder[] = Array.from({ length: players }, (_, at) => ({
    port,
    first: at * each + 1,
    terminals: Math.min(each, plan.terminals - at * each),
    mutations: plan.mutations,
    sizes: [...plan.sizes],
    ahead: plan.ahead,
  }))
  const loads = orders.map((order) => child('2,3', 'load.ts', JSON.stringify(order)))
  for (const load of loads) await load.read()
  server.tell('count')
  const before = Held.parse(JSON.parse(await server.read()))
  const start = performance.now()
  for (const load of loads) load.tell('go')
  const results = await Promise.all(loads.map(async (load) => LoadResult.parse(JSON.parse(await load.read()))))
  const seconds = (performance.now() - start) / 1000
  server.tell('count')
  const held = Held.parse(JSON.parse(await server.read()))
  server.tell('end')
  await server.ended
  const expected = plan.terminals * plan.mutations
  const cpu = held.cpu.user + held.cpu.system - before.cpu.user - before.cpu.system
  return { ...summary(results, seconds, expected), ...kept(held, expected), perProcessorSecond: (expected * 1e6) / cpu }
}

function summary(results: readonly LoadResult[], seconds: number, expected: number) {
  const times = results.flatMap((result) => result.times)
  const clients = results.flatMap((result) => result.clients)
  const sum = (of: (result: LoadResult) => number): number => results.reduce((all, result) => all + of(result), 0)
  return {
    pushesPerSecond: sum(({ pushes }) => pushes) / seconds,
    mutationsPerSecond: expected / seconds,
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    p99: quantile(times, 0.99),
    slowestOverMedian: Math.max(...clients) / quantile(clients, 0.5),
    seconds,
    serverErrors: sum(({ serverErrors }) => serverErrors),
    failed: sum(({ failed }) => failed),
  }
}

function kept({ people, cursors, said, pushed }: z.infer<typeof Held>, expected: number) {
  const most = Math.max(people, said, pushed)
  const least = Math.min(people, said, pushed)
  return { doubled: Math.max(0, most - expected) + people - cursors, lost: Math.max(0, expected - least) }
}
