import type { MutationId, OperatorId } from '../../domain/id.ts'
import { TerminalId } from '../../domain/id.ts'
import type { PersonChange } from '../../domain/person/person-change.ts'
import { own, putRecord } from '../record/record-store.ts'
import type { Applying } from './outcome.ts'

/** What was said of somebody's details stays, whatever became of it. */
export async function keepEdit(
  { store, terminal, at: now }: Applying,
  { personId, at, source, was, set }: PersonChange,
  { id, by }: { readonly id: MutationId; readonly by: OperatorId | null },
): Promise<void> {
  const row = { id, personId, at, by, terminal: TerminalId.parse(terminal.id), source, was, set }
  await putRecord(store, own({ table: 'person_edit', row }), now)
}
