import type { Coverage } from '../../domain/scheme/coverage.ts'
import { factRowId, isLaterFact } from '../../domain/scheme/scheme-fact.ts'
import type { SchemeFact } from '../../domain/scheme/scheme-fact.ts'
import { joinFacility } from '../record/member.ts'
import { findRecord, isKept, own, putRecord } from '../record/record-store.ts'
import { alreadyKept, applied, refused, waits } from './outcome.ts'
import type { Applying, Keep, Outcome, Waits } from './outcome.ts'

/** What a desk was told of people. The later word about a fact counts, whichever comes first. */
export async function noteFacts(
  { store, terminal, at }: Applying,
  facts: readonly SchemeFact[],
): Promise<Outcome | Waits> {
  if (facts.some(({ id, personId, fact }) => id !== factRowId(personId, fact))) return refused('fact-misnamed')
  for (const personId of new Set(facts.map((row) => row.personId))) {
    if (!(await isKept(store, 'person', personId))) return waits('person', personId)
    await joinFacility(store, terminal.facility, personId)
  }
  for (const row of facts) {
    const before = (await findRecord(store, 'scheme_fact', row.id))?.row
    if (before === undefined || isLaterFact(row, before)) {
      await putRecord(store, own({ table: 'scheme_fact', row }), at)
    }
  }
  return applied
}

/** A scheme that a desk confirmed. What it rests on stays as it was: all that can change later is whether it holds. */
export async function confirmCoverage(applying: Applying, { row, incoming }: Keep<Coverage>): Promise<Outcome | Waits> {
  const { store, terminal, at } = applying
  const before = (await findRecord(store, 'coverage', row.id))?.row
  if (before !== undefined) {
    const same = alreadyKept({ ...before, status: row.status }, row)
    // One that was taken back stays so: a word that was late on its way does not bring it back.
    if (same.kind === 'refused' || before.status !== 'active') return same
  }
  if (!(await isKept(store, 'person', row.personId))) return waits('person', row.personId)
  await joinFacility(store, terminal.facility, row.personId)
  await putRecord(store, incoming, at)
  return applied
}
