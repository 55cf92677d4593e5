import type { LotHold } from './lot-rule.ts'
import type { Medicine } from './medicine.ts'
import type { PackSeen } from './pack.ts'

/** One line of a pick list, as far as a pack is held against it. */
export interface LineToPick {
  readonly itemId: string
  readonly medicine: Medicine
  /** Nothing of it may be given: an allergy, no right, given before. */
  readonly stopped: boolean
  /** What is to be taken, lot by lot. */
  readonly takes: readonly { readonly lotId: string; readonly quantity: number }[]
  /** What stands on this shelf and may be given. */
  readonly lots: readonly { readonly lotId: string; readonly here: number }[]
}

/** Units that the scans of one line have come to. */
export type Ticked = Readonly<Record<string, number>>

/** What a scanned pack is for the list that is open. Only `right` and `lot-unsaid` count towards it. */
export type PackVerdict =
  | { readonly kind: 'right'; readonly itemId: string; readonly lotId: string }
  /** The right medicine; its code says nothing of the lot, so a person reads it. */
  | { readonly kind: 'lot-unsaid'; readonly itemId: string }
  /** The right medicine of a lot that may be given, but another is listed. */
  | { readonly kind: 'other-lot'; readonly itemId: string; readonly lotId: string }
  | { readonly kind: 'enough'; readonly itemId: string }
  | { readonly kind: 'line-stopped'; readonly itemId: string }
  /** The shelf's books know nothing of this lot here. */
  | { readonly kind: 'not-on-books'; readonly itemId: string }
  | { readonly kind: 'wrong-strength'; readonly itemId: string }
  | { readonly kind: 'wrong-medicine' }
  | { readonly kind: LotHold }
  | { readonly kind: 'unknown-code' }
  | { readonly kind: 'broken' }

const nameOf = ({ name }: Medicine): string => name.trim().toLowerCase()

/** Holds one pack against the list. What is held is a stop, whoever it would be for. */
export function judgePack(seen: PackSeen, lines: readonly LineToPick[], ticked: Ticked): PackVerdict {
  if (seen.kind === 'broken') return { kind: 'broken' }
  const { medicine, held, lot } = seen
  if (held !== null) return { kind: held }
  if (medicine === null) return { kind: 'unknown-code' }
  const own = lines.filter((line) => line.medicine.code === medicine.code)
  const line = own.find((each) => !each.stopped && !isFull(each, ticked)) ?? own.find((each) => !each.stopped) ?? own[0]
  if (line === undefined) {
    const alike = lines.find((each) => nameOf(each.medicine) === nameOf(medicine))
    return alike === undefined ? { kind: 'wrong-medicine' } : { kind: 'wrong-strength', itemId: alike.itemId }
  }
  const { itemId } = line
  if (line.stopped) return { kind: 'line-stopped', itemId }
  if (line.lots.length === 0) return { kind: 'not-on-books', itemId }
  if (seen.lotNumber === null) return isFull(line, ticked) ? { kind: 'enough', itemId } : { kind: 'lot-unsaid', itemId }
  const here = line.lots.find(({ lotId }) => lotId === lot?.id)
  if (here === undefined || here.here <= 0) return { kind: 'not-on-books', itemId }
  if (!line.takes.some(({ lotId }) => lotId === here.lotId)) return { kind: 'other-lot', itemId, lotId: here.lotId }
  return isFull(line, ticked) ? { kind: 'enough', itemId } : { kind: 'right', itemId, lotId: here.lotId }
}

const wanted = ({ takes }: LineToPick): number => takes.reduce((sum, { quantity }) => sum + quantity, 0)

const isFull = (line: LineToPick, ticked: Ticked): boolean => (ticked[line.itemId] ?? 0) >= wanted(line)

/** What every scan of one list comes to, in their order, and what they tick. */
export function judgePacks(
  seen: readonly PackSeen[],
  lines: readonly LineToPick[],
): { readonly verdicts: readonly PackVerdict[]; readonly ticked: Ticked } {
  let ticked: Ticked = {}
  const verdicts = seen.map((pack) => {
    const verdict = judgePack(pack, lines, ticked)
    if (verdict.kind === 'right' || verdict.kind === 'lot-unsaid') ticked = tick(ticked, verdict.itemId, pack, lines)
    return verdict
  })
  return { verdicts, ticked }
}

/** A pack of an unknown size stands for the whole line: nobody can count what nobody knows. */
function tick(ticked: Ticked, itemId: string, pack: PackSeen, lines: readonly LineToPick[]): Ticked {
  const line = lines.find((each) => each.itemId === itemId)
  const most = line === undefined ? 0 : wanted(line)
  const units = pack.kind === 'read' ? (pack.units ?? most) : 0
  return { ...ticked, [itemId]: Math.min(most, (ticked[itemId] ?? 0) + units) }
}
