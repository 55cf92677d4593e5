import type { KeyLine } from '../ui/help.tsx'

/** The desk's keys as the help page lists them. */
export const deskKeys: readonly KeyLine[] = [
  { caps: ['F2'], does: 'desk.keys.find' },
  { caps: ['↑', '↓'], does: 'desk.keys.move' },
  { caps: ['Ctrl 1', 'Ctrl 9'], does: 'desk.keys.row' },
  { caps: ['Enter'], does: 'desk.keys.enter' },
  { caps: ['Ctrl Enter'], does: 'desk.keys.save' },
  { caps: ['F3'], does: 'desk.keys.new' },
  { caps: ['F4'], does: 'desk.keys.department' },
  { caps: ['F5'], does: 'scheme.desk.open' },
  { caps: ['F6'], does: 'desk.keys.card' },
  { caps: ['F7', 'F8'], does: 'desk.keys.choice' },
  { caps: ['F7'], does: 'merge.keys.twin' },
  { caps: ['F8'], does: 'merge.keys.correct' },
  { caps: ['F9'], does: 'desk.keys.careful' },
  { caps: ['Ctrl 1', 'Ctrl 9'], does: 'scheme.desk.keys.use' },
  { caps: ['F10'], does: 'visit.priority' },
  { caps: ['Alt 6'], does: 'visit.today.change' },
  { caps: ['Alt 3'], does: 'desk.keys.printing' },
  { caps: ['Alt 4'], does: 'desk.keys.waiting' },
  { caps: ['Alt 5'], does: 'scanner.title' },
  { caps: ['Alt 7'], does: 'day.keys.day' },
  { caps: ['Alt 0'], does: 'desk.keys.lock' },
  { caps: ['Esc'], does: 'desk.keys.back' },
  { caps: ['Ctrl +', 'Ctrl −'], does: 'desk.keys.size' },
  { caps: ['F1'], does: 'desk.keys.help' },
]
