import { z } from 'zod'

import { isTaken, stillRuns } from './days-supply.ts'
import { ingredients, isSystemic } from './ingredient.ts'
import { effects, interactionTable } from './interaction-table.ts'
import type { Interaction } from './interaction-table.ts'
import { Medicine } from './medicine.ts'

/** What speaks against giving one medicine beside another. */
export const Warning = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('duplicate'),
    other: Medicine,
    /** The formulary group that both are of; null when it is the same medicine. */
    group: z.string().nullable(),
    /** The last day that what was given of the other lasts. */
    until: z.iso.date(),
  }),
  z.strictObject({
    kind: z.literal('interaction'),
    other: Medicine,
    id: z.string(),
    severity: z.enum(['severe', 'careful']),
    effect: z.enum(effects),
    /** The name of the one that the other makes stronger, weaker or harmful. */
    victim: z.string(),
    source: z.string(),
    /** The last day that the other lasts; null when it is on the same list. */
    until: z.iso.date().nullable(),
  }),
])
export type Warning = z.infer<typeof Warning>

/** A medicine that is taken beside: given before and not used up, or on the same list. */
export interface Beside {
  readonly medicine: Medicine
  readonly until: string | null
}

/** Whether a pharmacist has to say why it is given all the same. */
export const needsReason = (warning: Warning): boolean => warning.kind === 'duplicate' || warning.severity === 'severe'

/** Groups of the formulary of which one at a time is enough. */
const oneIsEnough: ReadonlySet<string> = new Set([
  'ace-inhibitor',
  'benzodiazepine',
  'beta-blocker',
  'cephalosporin',
  'fluoroquinolone',
  'heparin',
  'macrolide',
  'nsaid',
  'opioid',
  'penicillin',
  'statin',
  'sulfonylurea',
  'thiazide',
])
/** In small doses against clots it stands beside painkillers; the table of interactions speaks of it. */
const againstClots = 'acetylsalicylic acid'
/** Of these, what two medicines hold of them does no harm. */
const harmless: ReadonlySet<string> = new Set([
  'folic acid',
  'ferrous salt',
  'calcium carbonate',
  'cholecalciferol',
  'pyridoxine',
  'thiamine',
  'ascorbic acid',
  'cyanocobalamin',
  'zinc sulfate',
])

/** Everything that speaks against giving a medicine today beside others. */
export const warningsOf = (medicine: Medicine, beside: readonly Beside[], today: string): Warning[] =>
  beside.flatMap((other) => [...duplicateOf(medicine, other, today), ...interactionsOf(medicine, other, today)])

function duplicateOf(medicine: Medicine, { medicine: other, until }: Beside, today: string): Warning[] {
  // On one list the doctor saw both.
  if (until === null || !stillRuns(until, today)) return []
  if (isSame(medicine, other)) return [{ kind: 'duplicate', other, group: null, until }]
  const group = sharedGroup(medicine, other)
  return group === null ? [] : [{ kind: 'duplicate', other, group, until }]
}

function isSame(one: Medicine, other: Medicine): boolean {
  if (one.code === other.code) return true
  if (!isSystemic(one) || !isSystemic(other)) return false
  const own = ingredients(other)
  return ingredients(one).some((name) => own.includes(name) && !harmless.has(name))
}

function sharedGroup(one: Medicine, other: Medicine): string | null {
  if (!isSystemic(one) || !isSystemic(other)) return null
  if ([one, other].some((each) => ingredients(each).includes(againstClots))) return null
  return one.groups.find((group) => oneIsEnough.has(group) && other.groups.includes(group)) ?? null
}

function interactionsOf(medicine: Medicine, { medicine: other, until }: Beside, today: string): Warning[] {
  if (!isSystemic(medicine) || !isSystemic(other)) return []
  if (until !== null && !isTaken(until, today)) return []
  return interactionTable.flatMap((entry) => {
    const victim = victimOf(entry, medicine, other)
    if (victim === null) return []
    const { id, severity, effect, source } = entry
    return [{ kind: 'interaction' as const, other, id, severity, effect, victim: victim.name, source, until }]
  })
}

function victimOf({ one, others }: Interaction, left: Medicine, right: Medicine): Medicine | null {
  const holds = (medicine: Medicine, names: readonly string[]) =>
    ingredients(medicine).some((name) => names.includes(name))
  if (holds(left, one) && holds(right, others)) return left
  return holds(right, one) && holds(left, others) ? right : null
}
