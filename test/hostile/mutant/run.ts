import { availableParallelism } from 'node:os'

import { unreachable } from '../../../domain/result.ts'
import { copySources } from './copy.ts'
import type { Copy } from './copy.ts'
import { hubMutants } from './hub-mutants.ts'
import type { Mutant, Suite } from './mutant.ts'
import { serverMutants } from './server-mutants.ts'
import { failureOf } from './suite-run.ts'
import { terminalMutants } from './terminal-mutants.ts'

export const mutantsAll: readonly Mutant[] = [...serverMutants, ...terminalMutants, ...hubMutants]

/** What became of one mistake. */
export interface Tried {
  readonly name: string
  /** The suite that noticed, and the test or the story that failed; null when none did. */
  readonly caught: { readonly suite: Suite; readonly by: string } | null
}

/** So many suites run side by side. */
const LANES = Math.min(2, availableParallelism())

/** Makes the mistakes one by one, two at a time, each in a copy of the sources that it has for itself. */
export async function tryMutants(mutants: readonly Mutant[], tell: (tried: Tried) => void): Promise<void> {
  const waiting = [...mutants]
  const lane = async (): Promise<void> => {
    const copy = copySources()
    try {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) tell(await tryMutant(copy, next))
    } finally {
      copy.remove()
    }
  }
  await Promise.all(Array.from({ length: Math.min(LANES, mutants.length) }, lane))
}

async function tryMutant(copy: Copy, { name, edits, suites }: Mutant): Promise<Tried> {
  const undo = copy.edit(edits)
  try {
    for (const suite of suites) {
      const by = await failureOf(copy.folder, suite)
      if (by !== null) return { name, caught: { suite, by } }
    }
    return { name, caught: null }
  } finally {
    undo()
  }
}

/** What fails in these suites without a mistake, twice: whatever they noticed, they noticed nothing. */
export async function failWithout(suites: readonly Suite[]): Promise<readonly string[]> {
  const files = new Set(suites.flatMap((suite) => (suite.kind === 'unit' ? suite.files : [])))
  const seeds = new Set(suites.flatMap((suite) => (suite.kind === 'simulate' ? suite.seeds : [])))
  const all: readonly Suite[] = [
    ...[...files].map((file) => ({ kind: 'unit', files: [file] }) as const),
    ...[...seeds].map((seed) => ({ kind: 'simulate', seeds: [seed], mood: 'all' }) as const),
  ]
  let tried: Tried[] = []
  const keep = (each: Tried): void => void tried.push(each)
  const control = (suite: Suite): Mutant => ({ name: 'no mistake', edits: [], suites: [suite] })
  await tryMutants(all.map(control), keep)
  const failed = tried.flatMap(({ caught }) => caught?.suite ?? [])
  tried = []
  await tryMutants(failed.map(control), keep)
  return tried.flatMap(({ caught }) => (caught === null ? [] : [`${nameOf(caught.suite)}: ${caught.by}`]))
}

export function nameOf(suite: Suite): string {
  switch (suite.kind) {
    case 'unit':
      return suite.files.map((file) => file.replace(/^test\/unit\/(.*)\.test\.ts$/, '$1')).join(' ')
    case 'simulate':
      return `simulate, seeds ${suite.seeds.join(' ')}`
    default:
      return unreachable(suite)
  }
}
