import type { KeyLine } from '../ui/help.tsx'

/** Every key of a doctor's room. */
export const doctorKeys: readonly KeyLine[] = [
  { caps: ['F9'], does: 'visit.seen-next' },
  { caps: ['F7'], does: 'visit.again' },
  { caps: ['F8'], does: 'visit.absent' },
  { caps: ['F10'], does: 'visit.seen-only' },
  { caps: ['F6'], does: 'visit.tab.write' },
  { caps: ['F4'], does: 'visit.take-back' },
  { caps: ['F3'], does: 'visit.key.queue' },
  { caps: ['Ctrl Enter'], does: 'visit.write.give' },
  { caps: ['F2'], does: 'visit.tab.room' },
  { caps: ['Alt 3'], does: 'visit.tab.seat' },
  { caps: ['Alt 4'], does: 'visit.tab.waiting' },
  { caps: ['Esc'], does: 'visit.back' },
  { caps: ['Alt 0'], does: 'common.lock' },
]
