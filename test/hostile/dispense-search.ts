import { isWhole, keyOf, overGiven, start, steps } from './dispense-model.ts'
import type { Rules, Size, World } from './dispense-model.ts'

export interface Found {
  readonly states: number
  /** States in which more was handed over than ordered, or in which HIMS's sum is wrong. */
  readonly broken: number
  /** Whether nothing is left that was not looked at. */
  readonly all: boolean
}

const isBroken = (world: World, size: Size): boolean => overGiven(world, size) > 0 || !isWhole(world, size)

/** Looks at every state that can be reached, nearest first, or at the first `most` of them. */
export function searchAll(size: Size, rule: Rules, most: number, progress: (done: number) => void = () => {}): Found {
  const first = start(size)
  const seen = new Set([keyOf(first)])
  let broken = 0
  let edge: readonly World[] = [first]
  while (edge.length > 0) {
    const next: World[] = []
    for (const world of edge) {
      for (const step of steps(world, size, rule)) {
        const after = step.run(world)
        const key = keyOf(after)
        if (seen.has(key)) continue
        seen.add(key)
        if (isBroken(after, size)) broken += 1
        next.push(after)
        if (seen.size >= most) return { states: seen.size, broken, all: false }
      }
    }
    progress(seen.size)
    edge = next
  }
  return { states: seen.size, broken, all: true }
}

/** Goes one random way through a larger world; true when more was handed over than ordered at any moment. */
export function walk(size: Size, rule: Rules, length: number, random: () => number): boolean {
  let world = start(size)
  for (let at = 0; at < length; at += 1) {
    const may = steps(world, size, rule)
    const kinds = [...new Set(may.map(({ kind }) => kind))]
    const kind = kinds[Math.floor(random() * kinds.length)]
    const ofKind = may.filter((each) => each.kind === kind)
    const step = ofKind[Math.floor(random() * ofKind.length)]
    if (step === undefined) return false
    world = step.run(world)
    if (isBroken(world, size)) return true
  }
  return false
}

/** Mulberry32: the same seed goes the same ways. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** What everybody did before there were rights: give what is not known to be given, and add up later. */
export function naiveWalk({ pharmacies, items, units }: Size, length: number, random: () => number): boolean {
  const known = Array.from({ length: pharmacies }, () => Array.from({ length: items }, () => 0))
  const given = Array.from({ length: items }, () => 0)
  for (let at = 0; at < length; at += 1) {
    const here = known[Math.floor(random() * pharmacies)] ?? []
    const item = Math.floor(random() * items)
    if (random() < 0.3) given.forEach((count, each) => void (here[each] = count))
    else if ((here[item] ?? 0) < units) {
      here[item] = (here[item] ?? 0) + 1
      given[item] = (given[item] ?? 0) + 1
    }
  }
  return given.some((count) => count > units)
}
