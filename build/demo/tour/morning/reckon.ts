import { loadavg } from 'node:os'

import type { Tally } from './hands.ts'

/** How long people take, in seconds: what is reckoned, since no person was measured. */
export const SECONDS_A_KEY = 0.2
export const SECONDS_A_DECISION = 1.2

/** Aims of one kind of person at a counter, in seconds. */
export interface Aim {
  readonly p50: number
  readonly p95: number
}

/** A machine may take so long for anybody; in seconds. */
export const MACHINE_AIM = 2.5

export interface Served extends Tally {
  readonly kind: string
  readonly language: string
}

export interface Row {
  readonly kind: string
  readonly people: number
  readonly keys: Spread
  readonly decisions: Spread
  readonly machine: Spread
  readonly together: Spread
  readonly aim: Aim
  readonly ok: boolean
}

export interface Spread {
  readonly p50: number
  readonly p95: number
  readonly most: number
}

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN

function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((one, other) => one - other)
  return { p50: quantile(sorted, 0.5), p95: quantile(sorted, 0.95), most: quantile(sorted, 1) }
}

export const secondsOf = ({ keys, decisions, machineMs }: Tally): number =>
  keys * SECONDS_A_KEY + decisions.length * SECONDS_A_DECISION + machineMs / 1000

/** One line a kind of person, in the order of the aims. */
export const reckon = (served: readonly Served[], aims: Readonly<Record<string, Aim>>): readonly Row[] =>
  Object.entries(aims).map(([kind, aim]) => {
    const some = served.filter((each) => each.kind === kind)
    const machine = spreadOf(some.map(({ machineMs }) => machineMs / 1000))
    const together = spreadOf(some.map(secondsOf))
    return {
      kind,
      people: some.length,
      keys: spreadOf(some.map(({ keys }) => keys)),
      decisions: spreadOf(some.map(({ decisions }) => decisions.length)),
      machine,
      together,
      aim,
      ok: machine.most <= MACHINE_AIM && together.p50 <= aim.p50 && together.p95 <= aim.p95,
    }
  })

/** How busy the machine was: the load of the last minute and of the last five. */
export const loadSaid = (): string =>
  loadavg()
    .slice(0, 2)
    .map((load) => load.toFixed(1))
    .join(', ')

const pair = ({ p50, p95 }: Spread, digits: number): string => `${p50.toFixed(digits)} / ${p95.toFixed(digits)}`
const three = (spread: Spread, digits: number): string => `${pair(spread, digits)} / ${spread.most.toFixed(digits)}`

export const tableOf = (rows: readonly Row[]): string =>
  inColumns([
    ['p50 / p95', 'people', 'keys', 'decisions', '/ most, machine s', 'aim', 'together s', 'aim', ''],
    ...rows.map(({ kind, people, keys, decisions, machine, together, aim, ok }) => [
      kind,
      String(people),
      pair(keys, 0),
      pair(decisions, 0),
      three(machine, 2),
      `≤ ${MACHINE_AIM}`,
      pair(together, 1),
      `≤ ${aim.p50} / ${aim.p95}`,
      ok ? '✔' : '✖',
    ]),
  ])

/** Where the machine's time goes: each wait, and the way of each paper of the last wait, in milliseconds. */
export function legsOf(served: readonly Served[]): string {
  const legs = served.flatMap(({ kind, waits, papers }) => [
    ...waits.map(({ for: what, ms }) => ({ kind, leg: what, ms })),
    ...papers.flatMap(({ paper, ...way }) =>
      Object.entries(way).map(([leg, ms]) => ({ kind, leg: `  ${paper}, ${leg}`, ms })),
    ),
  ])
  const grouped = Map.groupBy(legs, ({ kind, leg }) => `${kind}\t${leg}`)
  return inColumns([
    ['', '', 'p50 / p95 / most, ms', 'times'],
    ...[...grouped].map(([name, some]) => {
      const [kind = '', leg = ''] = name.split('\t')
      return [kind, leg, three(spreadOf(some.map(({ ms }) => ms)), 0), String(some.length)]
    }),
  ])
}

function inColumns(lines: readonly (readonly string[])[]): string {
  const widths = lines[0]?.map((_, at) => Math.max(...lines.map((line) => line[at]?.length ?? 0))) ?? []
  return lines
    .map((line) =>
      line
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
