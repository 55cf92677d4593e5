import type { KeyLine } from '../ui/help.tsx'

/** Every key of the pharmacy's page. */
export const pharmacyKeys: readonly KeyLine[] = [
  { caps: ['F2'], does: 'pharmacy.key.find' },
  { caps: ['Alt 3'], does: 'pharmacy.tab.stock' },
  { caps: ['Alt 4'], does: 'pharmacy.tab.waiting' },
  { caps: ['Alt 5'], does: 'scanner.title' },
  { caps: ['F3', 'F4', 'F6', 'F7', 'F8', 'F9'], does: 'stock.deeds' },
  { caps: ['↑', '↓', 'Ctrl 1', 'Ctrl 9'], does: 'pharmacy.key.row' },
  { caps: ['Ctrl Enter'], does: 'pharmacy.key.give' },
  { caps: ['F3'], does: 'safety.pack.use' },
  { caps: ['F4'], does: 'pharmacy.right.yield' },
  { caps: ['F6'], does: 'pharmacy.right.ask' },
  { caps: ['F7'], does: 'pharmacy.other' },
  { caps: ['F8'], does: 'pharmacy.camera.open' },
  { caps: ['F9'], does: 'pharmacy.part' },
  { caps: ['F10'], does: 'pharmacy.emergency' },
  { caps: ['Esc'], does: 'pharmacy.key.leave' },
  { caps: ['Alt 0'], does: 'common.lock' },
]
