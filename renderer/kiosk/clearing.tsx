import { Press } from './control.tsx'
import { useText } from '../text/use-text.tsx'

interface Props {
  /** Seconds until the screen is wiped; null while there is time enough. */
  readonly left: number | null
  readonly total: number
  readonly more: () => void
}

/** Says that the screen is about to be wiped, and gives more time with one touch (WCAG 2.2.1). */
export function Clearing({ left, total, more }: Props) {
  const { t } = useText()
  if (left === null) return <div className="clearing" />
  return (
    <div className="clearing on">
      <div className="clearing-words">
        <p role="timer">{t('kiosk.clears', { count: left })}</p>
        <div className="run" aria-hidden="true">
          <i style={{ inlineSize: `${(100 * left) / Math.max(1, total)}%` }} />
        </div>
      </div>
      <Press className="act more" onPress={more}>
        <span>{t('kiosk.more-time')}</span>
      </Press>
    </div>
  )
}
