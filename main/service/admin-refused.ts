import type { z } from 'zod'

import type { admin, RefusedEdit } from '../../contract/admin.ts'
import { overlaid } from '../../domain/hospital/field-change.ts'
import { MutationId } from '../../domain/id.ts'
import { directoryRow, idOf, rowHere, shownOf } from './admin-here.ts'
import { ownEdit } from './admin-history.ts'
import { administrator, saveSteps, stopped } from './admin-save.ts'
import type { Step } from './admin-save.ts'
import type { Bench } from './bench.ts'

type Decided = z.input<(typeof admin.channels)['directory.decide']['output']>

const MOST = 50

/** Edits that HIMS refused, each with what was meant and what stands now; the newest first. */
export const refusedEdits = (bench: Bench): RefusedEdit[] =>
  bench.store.directory
    .edits('refused')
    .slice(0, MOST)
    .flatMap((entry) => {
      const edit = ownEdit(entry)
      if (edit === null) return []
      const { operator } = bench.store.shared
      const by = edit.by === null ? null : (operator.get(edit.by)?.name ?? edit.by)
      const rows = edit.steps.map(({ change, was }) => {
        const now = rowHere(bench, change.table, idOf(shownOf(change)))
        return {
          mine: shownOf(change),
          was: was === null ? null : shownOf(was),
          now: now === null ? null : shownOf(now),
        }
      })
      return [{ id: MutationId.parse(entry.mid), at: entry.at, by, reason: entry.reason ?? '', rows }]
    })

/** One decision about a refused edit: what was changed goes over what stands now, or is left. */
export function decide(bench: Bench, id: MutationId, take: 'mine' | 'theirs'): Decided {
  if (administrator(bench) === null) return stopped('not-allowed')
  const entry = bench.store.directory.edit(id)
  const edit = entry?.state === 'refused' ? ownEdit(entry) : null
  if (edit === null) return stopped('unknown')
  const settle = () =>
    bench.save((write) => {
      bench.store.outbox.decided(id)
      write.audit(`directory.${take}`, id)
    })
  if (take === 'theirs') {
    const left = settle()
    return left.ok ? { kind: 'left' } : { kind: 'not-saved', cause: left.problem }
  }
  const steps = edit.steps.map((step) => over(bench, step)).filter((step) => step !== null)
  const saved = saveSteps(bench, steps)
  if (saved.kind === 'saved') settle()
  return saved
}

function over(bench: Bench, { change, was }: Step): Step | null {
  const now = rowHere(bench, change.table, idOf(shownOf(change)))
  if (now === null) return { change, was: null }
  const merged = directoryRow(change.table, overlaid(now.row, was?.row ?? null, change.row))
  return merged === null ? null : { change: merged, was: now }
}
