import type { z } from 'zod'

import type { staffShell } from '../../contract/shell.ts'
import { BADGE_LETTERS, badgeText } from '../../domain/hospital/badge.ts'
import { worksOn } from '../../domain/hospital/directory.ts'
import type { Operator } from '../../domain/hospital/operator.ts'
import { JobId, MutationId } from '../../domain/id.ts'
import type { OperatorId } from '../../domain/id.ts'
import type { StaffBadge } from '../../domain/print/document.ts'
import type { Write } from '../store/save.ts'
import type { Bench } from './bench.ts'
import { localMinute } from './local-time.ts'
import { badgeHash } from './session-badge.ts'

type Done = z.output<(typeof staffShell)['badge.print']['output']>

export interface BadgeDesk {
  /** A new badge on paper; the one before it opens nothing from then on. */
  print(operator: OperatorId): Done
  withdraw(operator: OperatorId): Done
}

/** Badges of staff: only supervisors and administrators order and withdraw them. */
export function badgeDesk(bench: Bench): BadgeDesk {
  const change = (id: OperatorId, work: (write: Write, operator: Operator, by: OperatorId) => void): Done => {
    const by = overseerAtWork(bench)
    if (by === null) return { kind: 'ask-supervisor' }
    const operator = bench.store.shared.operator.get(id)
    if (operator === null) return { kind: 'unknown' }
    const saved = bench.save((write) => work(write, operator, by))
    return saved.ok ? { kind: 'done' } : { kind: 'not-saved', cause: saved.problem }
  }
  return {
    print(id) {
      const { facility, label: counter } = bench.store.device.read()
      const operator = bench.store.shared.operator.get(id)
      if (facility === null || operator === null || !worksOn(operator, bench.today())) return { kind: 'unknown' }
      const text = badgeText(bench.random(BADGE_LETTERS))
      return change(id, (write, { name, roles }, by) => {
        const badge: StaffBadge = {
          kind: 'staff-badge',
          language: bench.store.device.read().language,
          facility,
          name,
          roles,
          printedAt: localMinute(bench.now()),
          counter,
          code: text,
          copy: 1,
        }
        keep(bench, write, operator, { badge: badgeHash(text), by })
        write.print(JobId.parse(bench.newId()), badge, name)
        write.audit('badge.printed', id)
      })
    },
    withdraw: (id) =>
      change(id, (write, operator, by) => {
        keep(bench, write, operator, { badge: null, by })
        write.audit('badge.withdrawn', id)
      }),
  }
}

/** A supervisor, or whoever keeps the hospital's directory. */
function overseerAtWork({ store, session, supervisor }: Bench): OperatorId | null {
  const now = session()
  const own = now.kind === 'unlocked' ? store.shared.operator.get(now.operator) : null
  return own?.roles.includes('administrator') === true ? own.id : supervisor()
}

function keep(
  bench: Bench,
  write: Write,
  { badge: _old, ...operator }: Operator,
  { badge, by }: { readonly badge: string | null; readonly by: OperatorId },
): void {
  write.put('operator', badge === null ? operator : { ...operator, badge })
  const body = { kind: 'badge.changed', operator: operator.id, badge, by, at: write.at } as const
  write.tellHims(MutationId.parse(bench.newId()), body, operator.name)
}
