import type { Visit } from '../../domain/hospital/token.ts'
import { mayUseLease } from '../lease/leased-by.ts'
import { joinFacility } from '../record/member.ts'
import { findRecord, isKept, putRecord } from '../record/record-store.ts'
import { alreadyKept, applied, refused, waits } from './outcome.ts'
import type { Applying, Keep, Outcome, Waits } from './outcome.ts'
import { leaserOf, takeToken } from './take-token.ts'

/** A person takes a place in a queue, with a number out of a block that this terminal leased. */
export async function openVisit(applying: Applying, { row, incoming }: Keep<Visit>): Promise<Outcome | Waits> {
  const { store, terminal, at } = applying
  if (row.terminal !== terminal.id) return refused('other-terminal')
  const before = (await findRecord(store, 'visit', row.id))?.row
  // It may be known by now whose it really is.
  if (before?.repointed !== undefined) return applied
  if (await isKept(store, 'visit', row.id)) return alreadyKept(before, row)
  if (!(await isKept(store, 'person', row.personId))) return waits('person', row.personId)
  const leaser = await leaserOf(store, row.token)
  if (!(await mayUseLease(store, leaser, terminal))) return refused('token-not-leased')
  if (!(await takeToken(store, row))) return refused('token-taken')
  await joinFacility(store, terminal.facility, row.personId)
  await putRecord(store, incoming, at)
  return applied
}
