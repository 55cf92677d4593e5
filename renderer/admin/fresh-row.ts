import { NEW } from '../../contract/admin.ts'
import type { Directory, Edit } from '../../contract/admin.ts'
import { OperatorId } from '../../domain/id.ts'
import { unreachable } from '../../domain/result.ts'
import type { Section } from './admin-state.ts'

const names = { en: '', hi: '', pa: '', ur: '' }
const place = { floor: 0, line: 'blue' } as const

/** An empty form of a section; null where nothing is added. */
export function freshRow(section: Section, { departments }: Directory, day: string): Edit | null {
  switch (section) {
    case 'department':
      return {
        table: 'department',
        row: { code: NEW, name: names, prefix: '', room: '', sign: 'medicine', ...place },
        was: null,
      }
    case 'operator':
      return { table: 'operator', row: { id: OperatorId.parse(NEW), name: '', roles: [] }, was: null, pin: null }
    case 'room':
      return {
        table: 'room',
        row: {
          code: NEW,
          label: '',
          name: { en: 'Room', hi: 'कमरा', pa: 'ਕਮਰਾ', ur: 'کمرہ' },
          kind: 'consulting',
          department: departments[0]?.row.code ?? null,
          open: true,
          ...place,
        },
        was: null,
      }
    case 'roster':
      return {
        table: 'roster',
        row: {
          id: NEW,
          operator: OperatorId.parse('nobody'),
          department: '',
          room: '',
          day,
          from: '09:00',
          to: '13:00',
          minutes: 6,
          status: 'planned',
        },
        was: null,
      }
    case 'medicine':
      return {
        table: 'medicine',
        row: { code: NEW, name: '', strength: '', form: 'tablet', groups: [], shelf: '' },
        was: null,
      }
    case 'overview':
    case 'facility':
      return null
    default:
      return unreachable(section)
  }
}
