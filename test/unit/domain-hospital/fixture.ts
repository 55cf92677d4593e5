import { OperatorId, PersonId, TerminalId, uuidV7, VisitId } from '../../../domain/id.ts'
import type { Visit } from '../../../domain/hospital/token.ts'
import { VisitEvent } from '../../../domain/hospital/visit-event.ts'
import type { Priority } from '../../../domain/hospital/visit-event.ts'

const noise = (seed: number): Uint8Array => Uint8Array.from({ length: 10 }, (_, at) => (seed >> ((at % 4) * 8)) & 0xff)
export const start = Date.parse('2026-11-22T04:00:00.000Z')

/** An id made so many seconds into the morning. */
export const idAt = (seconds: number, seed = 0): string => uuidV7(start + seconds * 1000, noise(seed))

export const room14 = TerminalId.parse(idAt(-900, 14))
export const room15 = TerminalId.parse(idAt(-900, 15))
export const doctor = OperatorId.parse('meena-rao')
export const other = OperatorId.parse('imran-ali')

export const visit = (
  number: number,
  more: { readonly priority?: Priority; readonly doctor?: OperatorId } = {},
): Visit => ({
  id: VisitId.parse(idAt(number - 600, number)),
  personId: PersonId.parse(idAt(-800, number)),
  token: { department: 'medicine', day: '2026-11-22', prefix: 'M', number },
  openedAt: new Date(start + (number - 600) * 1000).toISOString(),
  terminal: room14,
  ...more,
})

type Said =
  | { readonly kind: 'prioritised'; readonly priority: Priority }
  | {
      readonly kind: 'moved'
      readonly department: string
      readonly doctor: OperatorId | null
      readonly room: string | null
    }
  | { readonly kind: 'cancelled'; readonly reason: string }
  | { readonly kind: 'called'; readonly room: string }
  | { readonly kind: 'restored' | 'seen' | 'absent' }

/** Something noted of a visit, so many seconds into the morning by the clock of whoever noted it. */
export const event = (of: Visit, seconds: number, said: Said, from: TerminalId = room14, seed = 0): VisitEvent =>
  VisitEvent.parse({
    ...said,
    id: idAt(seconds, seed),
    visitId: of.id,
    at: new Date(start + seconds * 1000).toISOString(),
    by: doctor,
    terminal: from,
  })
