import type { TerminalStatus } from '../../contract/shell.ts'
import { unreachable } from '../../domain/result.ts'
import type { Text } from '../../domain/text/catalogue.ts'
import { momentText } from './format.ts'

export interface Band {
  readonly kind: 'wait' | 'care'
  readonly title: string
}

/** The sentence of the calm band, or null while HIMS answers. */
export function bandFor(t: Text, { link, role }: TerminalStatus, now: Date): Band | null {
  switch (link.kind) {
    case 'online':
    case 'connecting':
      return null
    case 'offline': {
      const since = momentText(t, new Date(link.since), now)
      return {
        kind: 'wait',
        title: t(`common.band.${link.cause}`, { since, carryOn: t(`common.band.carry-on.${role}`) }),
      }
    }
    case 'not-enrolled':
      return { kind: 'wait', title: t(`common.band.${link.cause}-enrolment`) }
    case 'refused':
      return link.cause === 'unfit'
        ? { kind: 'care', title: t('common.band.unfit-refused', { lacks: link.lacks.slice(0, 3).join('; ') }) }
        : { kind: 'care', title: t(`common.band.${link.cause}-refused`) }
    default:
      return unreachable(link)
  }
}
