import { once } from 'node:events'
import { createInterface } from 'node:readline'

import { z } from 'zod'

import { openLine } from './line.ts'
import { benchTerminal, pushOf } from './said.ts'

/** What a child that plays many terminals is told. */
export const LoadOrder = z.object({
  port: z.int(),
  /** The first terminal's number, and how many. */
  first: z.int(),
  terminals: z.int(),
  mutations: z.int(),
  /** The smallest and the largest push. */
  sizes: z.tuple([z.int(), z.int()]),
  /** Signed before the clock starts, or, where that takes too much memory, as they go. */
  ahead: z.boolean(),
})
export type LoadOrder = z.infer<typeof LoadOrder>

/** What came of it; milliseconds. */
export const LoadResult = z.object({
  pushes: z.int(),
  resent: z.int(),
  failed: z.int(),
  serverErrors: z.int(),
  times: z.array(z.number()),
  /** How long each terminal took for all it had. */
  clients: z.array(z.number()),
})
export type LoadResult = z.infer<typeof LoadResult>

/** One push in ten is sent a second time, as after an answer that was lost. */
const RESENT = 10

interface Planned {
  readonly request: () => Buffer
  readonly lastN: number
  readonly again: boolean
}

function plan(terminal: number, { mutations, sizes: [least, most], ahead }: LoadOrder): readonly Planned[] {
  const who = benchTerminal(terminal)
  const planned: Planned[] = []
  for (let n = 1, at = 0; n <= mutations; at++) {
    const size = Math.min(mutations - n + 1, least + ((at * 37 + terminal * 11) % (most - least + 1)))
    const numbers = Array.from({ length: size }, (_, offset) => n + offset)
    n += size
    const times = (at + terminal) % RESENT === 0 ? 2 : 1
    for (let time = 0; time < times; time++) {
      const make = (): Buffer => pushOf(who, terminal, numbers, `bench-${at}-${time}`)
      const made = ahead ? make() : null
      planned.push({ request: () => made ?? make(), lastN: n - 1, again: time > 0 })
    }
  }
  return planned
}

async function main(): Promise<void> {
  const order = LoadOrder.parse(JSON.parse(process.argv[2] ?? ''))
  const result = { pushes: 0, resent: 0, failed: 0, serverErrors: 0, times: Array<number>(), clients: Array<number>() }
  const numbers = Array.from({ length: order.terminals }, (_, at) => order.first + at)
  const plans = numbers.map((terminal) => plan(terminal, order))
  const lines = await Promise.all(numbers.map(() => openLine(order.port)))
  console.log('ready')
  await once(createInterface({ input: process.stdin }), 'line')
  await Promise.all(
    plans.map(async (planned, at) => {
      const line = lines[at]
      if (line === undefined) return
      const start = performance.now()
      for (const { request, lastN, again } of planned) {
        const bytes = request()
        const sent = performance.now()
        const { status, body } = await line.ask(bytes)
        result.times.push(Math.round((performance.now() - sent) * 100) / 100)
        result.pushes++
        if (again) result.resent++
        if (status >= 500) result.serverErrors++
        if (status !== 200 || !body.includes(`"lastN":${lastN},`) || body.includes('"refused"')) result.failed++
      }
      result.clients.push(performance.now() - start)
    }),
  )
  for (const line of lines) line.close()
  // The process ends once all of it is out.
  process.stdout.write(`${JSON.stringify(result satisfies LoadResult)}\n`, () => process.exit(0))
}

if (import.meta.main) await main()
