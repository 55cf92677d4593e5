import { emptied, judgeReturn, judgeSpend, mayGive, spent, taken } from '../../domain/pharmacy/right-rule.ts'
import type { Held } from '../../domain/pharmacy/right-rule.ts'

/** The rules that the handlers of HIMS and the terminals share; a control puts a broken one in the place of one of them. */
export const rules = { mayGive, judgeSpend, judgeReturn, taken, locksCopies: true }
export type Rules = typeof rules

/** How large a world is: pharmacies, items of a prescription, units of each, and what may happen how often. */
export interface Size {
  readonly pharmacies: number
  readonly items: number
  readonly units: number
  readonly moves: number
  readonly copies: number
}

/** Given out, or given back to somebody (`to` −1: to nobody). `id` is the mutation's. */
export interface Entry {
  readonly id: number
  readonly right: number
  readonly to: number | null
  readonly left: number
}

/** A computer that speaks as a terminal; a clone is one more that speaks as the first. */
export interface Machine {
  readonly terminal: number
  readonly epoch: number
  readonly locked: boolean
  readonly rights: readonly (Held | null)[]
  readonly outbox: readonly Entry[]
}

interface Server {
  readonly epochs: readonly number[]
  readonly rights: readonly (Held | null)[]
  /** Which item each right is of. */
  readonly itemOf: readonly number[]
  readonly ungiven: readonly number[]
  /** Of each right, units that HIMS has heard of. */
  readonly recorded: readonly number[]
  /** Counted away by a person when a locked right was released. */
  readonly counted: readonly number[]
  readonly seen: readonly number[]
}

export interface World {
  readonly server: Server
  readonly machines: readonly (Machine | null)[]
  /** What somebody kept of a machine, to put it back or to clone it. */
  readonly copy: Machine | null
  /** Units of each item that were really handed over, whoever knows of it. */
  readonly given: readonly number[]
  /** Of each right, units handed over. */
  readonly givenBy: readonly number[]
  readonly nextId: number
  readonly moves: number
  readonly copies: number
}

const set = <Value>(list: readonly Value[], at: number, value: Value): readonly Value[] => list.with(at, value)
const add = (list: readonly number[], at: number, units: number): readonly number[] =>
  list.with(at, (list[at] ?? 0) + units)

/** Everything is with nobody yet; the last place is a clone's, empty at first. */
export function start({ pharmacies, items, units }: Size): World {
  const machine = (terminal: number): Machine => ({ terminal, epoch: 1, locked: false, rights: [], outbox: [] })
  const none = Array.from({ length: items }, () => 0)
  return {
    server: {
      epochs: Array.from({ length: pharmacies }, () => 1),
      rights: [],
      itemOf: [],
      ungiven: Array.from({ length: items }, () => units),
      recorded: [],
      counted: none,
      seen: [],
    },
    machines: [...Array.from({ length: pharmacies }, (_, terminal) => machine(terminal)), null],
    copy: null,
    given: none,
    givenBy: [],
    nextId: 0,
    moves: 0,
    copies: 0,
  }
}

export interface Step {
  readonly kind:
    | 'grant'
    | 'give'
    | 'return'
    | 'push'
    | 'pull'
    | 'greet'
    | 'begin'
    | 'copy'
    | 'restore'
    | 'clone'
    | 'release'
  readonly run: (world: World) => World
}

const onMachine = (world: World, at: number, change: Partial<Machine>): World => {
  const before = world.machines[at]
  return before == null ? world : { ...world, machines: set(world.machines, at, { ...before, ...change }) }
}
const onServer = (world: World, change: Partial<Server>): World => ({
  ...world,
  server: { ...world.server, ...change },
})

/** HIMS makes a right to what nobody holds. */
function grant(world: World, item: number, units: number, terminal: number): World {
  const { rights, itemOf, recorded, epochs } = world.server
  const right: Held = { left: units, holder: nameOf(terminal), epoch: epochs[terminal] ?? 1 }
  return {
    ...onServer(world, { rights: [...rights, right], itemOf: [...itemOf, item], recorded: [...recorded, 0] }),
    givenBy: [...world.givenBy, 0],
  }
}

const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
// A branded id in the product; here any text will do.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
const nameOf = (terminal: number) => (names[terminal] ?? '') as Held['holder']

/** What may happen next in a world; each step is whole, as a commit is. */
export function steps(world: World, size: Size, rule: Rules): readonly Step[] {
  const found: Step[] = []
  const { server, machines } = world
  server.ungiven.forEach((units, item) => {
    if (units === 0 || world.moves >= size.moves) return
    for (let terminal = 0; terminal < size.pharmacies; terminal += 1) {
      const run = (now: World): World => {
        const without = onServer(now, { ungiven: set(now.server.ungiven, item, 0) })
        return { ...grant(without, item, units, terminal), moves: now.moves + 1 }
      }
      found.push({ kind: 'grant', run })
    }
  })
  machines.forEach((machine, at) => {
    if (machine !== null) found.push(...machineSteps(world, at, machine, size, rule))
  })
  server.rights.forEach((right, at) => {
    if (right !== null && right.left > 0 && mayRelease(world, at, right, rule)) {
      found.push({ kind: 'release', run: (now) => release(now, at) })
    }
  })
  if (world.copy !== null && machines.at(-1) === null && world.copies < size.copies) {
    const run = (now: World) => opened(now, now.machines.length - 1, rule)
    found.push({ kind: 'clone', run })
  }
  return found
}

const opened = (world: World, at: number, rule: Rules): World => ({
  ...world,
  machines: set(world.machines, at, old(world.copy, rule)),
  copies: world.copies + 1,
})

/** A database that was put back or carried elsewhere knows that it is a copy when it is opened. */
const old = (copy: Machine | null, rule: Rules): Machine | null =>
  copy === null ? null : { ...copy, locked: copy.locked || rule.locksCopies }

function machineSteps(world: World, at: number, machine: Machine, size: Size, rule: Rules): readonly Step[] {
  const found: Step[] = []
  const me = { terminal: nameOf(machine.terminal), epoch: machine.epoch, locked: machine.locked }
  machine.rights.forEach((right, slot) => {
    if (right === null || rule.mayGive(right, me) === 0) return
    found.push({ kind: 'give', run: (now) => give(now, at, slot) })
    if (world.moves >= size.moves) return
    for (let to = -1; to < size.pharmacies; to += 1) {
      if (to !== machine.terminal) found.push({ kind: 'return', run: (now) => giveBack(now, at, slot, to) })
    }
  })
  const known = world.server.epochs[machine.terminal] ?? 1
  if (machine.epoch !== known) {
    // It greets and hears that another one lives in a later epoch.
    if (!machine.locked) found.push({ kind: 'greet', run: (now) => onMachine(now, at, { locked: true }) })
    return found
  }
  if (machine.outbox.length > 0) found.push({ kind: 'push', run: (now) => push(now, at, rule) })
  found.push({ kind: 'pull', run: (now) => pull(now, at, rule) })
  if (machine.locked) found.push({ kind: 'begin', run: (now) => begin(now, at) })
  if (at !== 0 || world.copies >= size.copies) return found
  if (world.copy === null) found.push({ kind: 'copy', run: (now) => ({ ...now, copy: now.machines[0] ?? null }) })
  else found.push({ kind: 'restore', run: (now) => opened(now, 0, rule) })
  return found
}

/** One unit is handed over: the right shrinks and HIMS is to hear of it, in one commit. */
function give(world: World, at: number, slot: number): World {
  const machine = world.machines[at]
  const right = machine?.rights[slot]
  if (machine == null || right == null) return world
  const entry: Entry = { id: world.nextId, right: slot, to: null, left: 1 }
  const next = onMachine(world, at, {
    rights: set(machine.rights, slot, spent(right, 1)),
    outbox: [...machine.outbox, entry],
  })
  const item = world.server.itemOf[slot] ?? 0
  return { ...next, given: add(world.given, item, 1), givenBy: add(world.givenBy, slot, 1), nextId: world.nextId + 1 }
}

function giveBack(world: World, at: number, slot: number, to: number): World {
  const machine = world.machines[at]
  const right = machine?.rights[slot]
  if (machine == null || right == null) return world
  const entry: Entry = { id: world.nextId, right: slot, to, left: right.left }
  const next = onMachine(world, at, {
    rights: set(machine.rights, slot, emptied(right)),
    outbox: [...machine.outbox, entry],
  })
  return { ...next, nextId: world.nextId + 1, moves: world.moves + 1 }
}

/** HIMS takes the first entry that waits, unless it has taken it before. */
function push(world: World, at: number, rule: Rules): World {
  const machine = world.machines[at]
  const entry = machine?.outbox[0]
  if (machine == null || entry === undefined) return world
  const sent = onMachine(world, at, { outbox: machine.outbox.slice(1) })
  if (world.server.seen.includes(entry.id)) return sent
  const noted = onServer(sent, { seen: [...sent.server.seen, entry.id].toSorted((one, other) => one - other) })
  const right = noted.server.rights[entry.right]
  if (right == null) return noted
  const by = { terminal: nameOf(machine.terminal), epoch: machine.epoch }
  const item = noted.server.itemOf[entry.right] ?? 0
  if (entry.to === null) {
    const verdict = rule.judgeSpend(right, entry.left, by)
    if (verdict !== 'fits' && verdict !== 'late') return noted
    const rights = set(noted.server.rights, entry.right, spent(right, entry.left))
    return onServer(noted, { rights, recorded: add(noted.server.recorded, entry.right, entry.left) })
  }
  if (rule.judgeReturn(right, entry.left, by) !== 'fits') return noted
  const empty = onServer(noted, { rights: set(noted.server.rights, entry.right, emptied(right)) })
  return entry.to < 0 || entry.left === 0
    ? onServer(empty, { ungiven: add(empty.server.ungiven, item, entry.left) })
    : grant(empty, item, entry.left, entry.to)
}

/** Everything HIMS has, but for rows with work of this machine still on its way. */
function pull(world: World, at: number, rule: Rules): World {
  const machine = world.machines[at]
  if (machine == null) return world
  const pending = new Set(machine.outbox.map(({ right }) => right))
  const rights = world.server.rights.map((coming, slot) => {
    const here = machine.rights[slot] ?? null
    return coming === null || pending.has(slot) ? here : rule.taken(here, coming)
  })
  return onMachine(world, at, { rights })
}

/** A person decided that this copy goes on: it lives in a new epoch, and what waits is sent under it. */
function begin(world: World, at: number): World {
  const machine = world.machines[at]
  if (machine == null) return world
  const epoch = (world.server.epochs[machine.terminal] ?? 1) + 1
  const next = onMachine(world, at, { epoch, locked: false })
  return onServer(next, { epochs: set(next.server.epochs, machine.terminal, epoch) })
}

/** Whoever could give by it has been stopped and counted: no machine may give by it any more. */
const mayRelease = ({ server, machines }: World, slot: number, right: Held, rule: Rules): boolean =>
  right.epoch < (server.epochs[names.indexOf(right.holder)] ?? 1) &&
  machines.every((machine) => {
    const here = machine?.rights[slot]
    if (machine == null || here == null) return true
    return (
      rule.mayGive(here, { terminal: nameOf(machine.terminal), epoch: machine.epoch, locked: machine.locked }) === 0
    )
  })

function release(world: World, slot: number): World {
  const { server, givenBy } = world
  const right = server.rights[slot]
  const item = server.itemOf[slot] ?? 0
  if (right == null) return world
  const unsent = (givenBy[slot] ?? 0) - (server.recorded[slot] ?? 0)
  const count = Math.max(0, right.left - unsent)
  return onServer(world, {
    rights: set(server.rights, slot, emptied(right)),
    ungiven: add(server.ungiven, item, count),
    counted: add(server.counted, item, right.left - count),
  })
}

/** How many units of any item were handed over beyond what was ordered. */
export const overGiven = ({ given }: World, { units }: Size): number =>
  given.reduce((sum, count) => sum + Math.max(0, count - units), 0)

/** Whether every unit is somewhere exactly once, as HIMS counts. */
export const isWhole = ({ server }: World, { units }: Size): boolean =>
  server.ungiven.every((ungiven, item) => {
    const held = server.rights.reduce((sum, right, slot) => {
      const own = server.itemOf[slot] === item
      return own ? sum + (right?.left ?? 0) + (server.recorded[slot] ?? 0) : sum
    }, 0)
    return ungiven + held + (server.counted[item] ?? 0) === units
  })

/** A world as short text: two that are the same have the same. */
export function keyOf({ server, machines, copy, given, givenBy, nextId, moves, copies }: World): string {
  const codes: number[] = [nextId, moves, copies, ...given, 250, ...givenBy, 250]
  const held = (right: Held | null): void => {
    if (right === null) codes.push(249)
    else codes.push(names.indexOf(right.holder) * 8 + right.epoch, right.left)
  }
  codes.push(
    ...server.epochs,
    ...server.itemOf,
    250,
    ...server.ungiven,
    ...server.recorded,
    ...server.counted,
    250,
    ...server.seen,
    250,
  )
  server.rights.forEach(held)
  for (const machine of [...machines, copy]) {
    codes.push(251)
    if (machine === null) continue
    codes.push(machine.terminal, machine.epoch, machine.locked ? 1 : 0)
    machine.rights.forEach(held)
    codes.push(252)
    for (const { id, right, to, left } of machine.outbox) codes.push(id, right, (to ?? 9) + 1, left)
  }
  return String.fromCharCode(...codes)
}
