import { unreachable } from '../../domain/result.ts'
import type { Text } from '../../domain/text/catalogue.ts'
import { useText } from '../text/use-text.tsx'
import { clockText } from './format.ts'
import { StateShape } from './icon/state-shape.tsx'
import type { Told } from './unlock-state.ts'

function sentence(t: Text, told: Told, now: Date): string | null {
  switch (told.kind) {
    case 'nothing':
      return null
    case 'checking':
      return t('common.unlock.checking')
    case 'wrong':
      return t('common.unlock.wrong', { count: told.triesLeft })
    case 'wait':
      return Date.parse(told.until) > now.getTime()
        ? t('common.unlock.wait', { time: clockText(new Date(told.until)) })
        : t('common.unlock.again')
    case 'badge-read':
      return t('staff.badge.named', { name: told.name })
    case 'badge-refused':
      return t('staff.badge.refused')
    case 'forgiven':
      return t('staff.forgive.done', { name: told.name })
    case 'fault':
      return t(`fault.refusal.${told.refusal}`)
    default:
      return unreachable(told)
  }
}

interface Props {
  readonly told: Told
  readonly now: Date
}

/** What came of the last try, under the PIN. */
export function UnlockTold({ told, now }: Props) {
  const { t } = useText()
  const said = sentence(t, told, now)
  const isGood = told.kind === 'badge-read' || told.kind === 'forgiven'
  return (
    <output className="row note-size tight">
      {said === null ? null : <StateShape kind={isGood ? 'ok' : told.kind === 'checking' ? 'wait' : 'care'} />}
      <span>{said}</span>
    </output>
  )
}
