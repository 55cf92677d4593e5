import type { ReactNode } from 'react'

import type { TerminalStatus } from '../../contract/shell.ts'
import { useText } from '../text/use-text.tsx'
import { bandFor } from './band.ts'
import { ActionButton } from './button.tsx'
import { StateShape } from './icon/state-shape.tsx'

interface Props {
  readonly status: TerminalStatus
  readonly now: Date
  /** What goes on at this role meanwhile, such as the numbers left of a desk's own block. */
  readonly detail?: ReactNode
  readonly onSeeWaiting?: () => void
  /** The key of the page that shows what waits. */
  readonly waitingCap?: string
}

/** Says calmly that HIMS is away: since when, what goes on, what waits. Work stays where it is. */
export function LinkBand({ status, now, detail, onSeeWaiting, waitingCap = 'Alt 4' }: Props) {
  const { t } = useText()
  const band = bandFor(t, status, now)
  if (band === null) return null
  return (
    <section className={band.kind === 'care' ? 'band care' : 'band'} aria-label={t('common.band')}>
      <StateShape kind={band.kind} size="large" />
      <div className="words">
        <b>{band.title}</b>
        <span>
          {detail} {t('common.waiting.safe', { count: status.waiting })}
        </span>
      </div>
      {onSeeWaiting === undefined ? null : (
        <ActionButton cap={waitingCap} onPress={onSeeWaiting}>
          {t('common.waiting.see')}
        </ActionButton>
      )}
    </section>
  )
}
