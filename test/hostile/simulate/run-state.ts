import type { PersonId } from '../../../domain/id.ts'
import type { TerminalRole } from '../../../domain/wire/sync.ts'
import type { Chance } from './chance.ts'
import type { SimHospital, SimTerminal } from './hospital.ts'
import type { Model } from './model.ts'
import type { VirtualTime } from './virtual-time.ts'

/** What goes wrong most: a bit of everything, or the clocks. */
export type Mood = 'all' | 'clock'

export interface Run {
  readonly hospital: SimHospital
  readonly model: Model
  readonly time: VirtualTime
  readonly chance: Chance
  readonly mood: Mood
  /** From a quiet day, 1, to one where hardly any time passes between two deeds. */
  readonly pace: number
}

export type Step = (run: Run) => Promise<void>

/** A terminal that people work with; null when every one of this role waits for somebody to say that it goes on. */
export function working({ hospital, chance }: Run, role: TerminalRole): SimTerminal | null {
  const some = hospital.terminals.filter((terminal) => terminal.role === role && !terminal.isOld())
  return some.length === 0 ? null : chance.one(some)
}

/** Somebody who was registered, more often of late. */
export function somebody({ model, chance }: Run): PersonId | null {
  const people = [...model.people.keys()]
  return people.length === 0 ? null : chance.one(chance.yes(0.5) ? people.slice(-20) : people)
}
