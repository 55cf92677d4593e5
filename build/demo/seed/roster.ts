import type { Roster } from '../../../domain/hospital/roster.ts'
import type { Room } from '../../../domain/hospital/room.ts'
import { departments } from './department.ts'
import { staff } from './staff.ts'

const room = { en: 'Room', hi: 'कमरा', pa: 'ਕਮਰਾ', ur: 'کمرہ' }
const hall = { en: 'Waiting hall', hi: 'प्रतीक्षालय', pa: 'ਉਡੀਕ ਘਰ', ur: 'انتظار گاہ' }

/** The screen in the demonstration's waiting room is called after it. */
export const hallLabel = 'Hall 1'

/** A consulting room a department, two in medicine, and the hall before them. */
export const rooms: readonly Room[] = [
  ...departments.flatMap(({ code, room: label, floor, line }) =>
    (code === 'medicine' ? [label, String(Number(label) + 1)] : [label]).map((each): Room => ({
      code: `room-${each}`,
      label: each,
      name: room,
      kind: 'consulting',
      department: code,
      floor,
      line,
      open: true,
    })),
  ),
  {
    code: 'hall-1',
    label: hallLabel,
    name: hall,
    kind: 'waiting',
    department: null,
    floor: 1,
    line: 'blue',
    open: true,
  },
]

/** Today's doctors, each in a room of their department, all day long. */
export function rosterOf(day: string): readonly Roster[] {
  const doctors = staff.filter(({ operator }) => operator.roles.includes('doctor'))
  return doctors.flatMap(({ operator: { id, department } }, at) => {
    const own = rooms.filter((each) => each.kind === 'consulting' && each.department === department)
    const place = own[at % Math.max(1, own.length)]
    if (department === undefined || place === undefined) return []
    const hours = { day, from: '00:00', to: '23:59', minutes: 6, status: 'planned' } as const
    return [{ id: `${day}-${id}`, operator: id, department, room: place.code, ...hours }]
  })
}
