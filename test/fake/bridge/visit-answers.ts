import type { Handlers } from '../../../contract/channel.ts'
import type { RosterView, visitChannels, VisitView } from '../../../contract/visit.ts'
import { OperatorId } from '../../../domain/id.ts'

export const rosterHere: readonly RosterView[] = [
  {
    operator: OperatorId.parse('meena-rao'),
    name: 'Dr Meena Rao',
    department: 'medicine',
    room: '14',
    from: '08:00',
    to: '14:00',
  },
  {
    operator: OperatorId.parse('imran-ali'),
    name: 'Dr Imran Ali',
    department: 'medicine',
    room: '15',
    from: '08:00',
    to: '14:00',
  },
]

/** A desk's questions about visits; what was noted stays as it was. */
export const visitAnswers = (today: readonly VisitView[] = []): Handlers<typeof visitChannels> => ({
  'visit.today': async () => [...today],
  'visit.roster': async () => [...rosterHere],
  'visit.prioritise': async () => ({ kind: 'noted' }),
  'visit.move': async () => ({ kind: 'noted' }),
  'visit.cancel': async () => ({ kind: 'noted' }),
  'visit.restore': async () => ({ kind: 'noted' }),
})
