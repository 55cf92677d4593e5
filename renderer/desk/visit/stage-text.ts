import type { VisitView } from '../../../contract/visit.ts'
import { unreachable } from '../../../domain/result.ts'
import type { Text } from '../../../domain/text/catalogue.ts'

/** Where a visit stands, in a few words. */
export function stageText(t: Text, { stage, room, reason }: VisitView): string {
  switch (stage) {
    case 'waiting':
    case 'absent':
    case 'seen':
      return t(`visit.stage.${stage}`)
    case 'called':
      return t('visit.stage.called', { room: room ?? '' })
    case 'cancelled':
      return t('visit.stage.cancelled', { reason })
    default:
      return unreachable(stage)
  }
}
