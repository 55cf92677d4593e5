import { useText } from '../text/use-text.tsx'
import { Press } from './control.tsx'

interface WordsProps {
  /** Seconds until the screen is wiped. */
  readonly left: number
  readonly total: number
}

export function ClearingWords({ left, total }: WordsProps) {
  const { t } = useText()
  return (
    <div className="clearing-words">
      <p role="timer">{t('kiosk.clears', { count: left })}</p>
      <div className="run" aria-hidden="true">
        <i style={{ inlineSize: `${(100 * left) / Math.max(1, total)}%` }} />
      </div>
    </div>
  )
}

export function MoreTime({ more }: { readonly more: () => void }) {
  const { t } = useText()
  return (
    <Press className="act more" onPress={more}>
      <span>{t('kiosk.more-time')}</span>
    </Press>
  )
}

/** Says that the screen is about to be wiped, and gives more time with one touch (WCAG 2.2.1). */
export function Clearing({ left, total, more }: WordsProps & { readonly more: () => void }) {
  const { t } = useText()
  return (
    <section className="clearing" aria-label={t('kiosk.more-time')}>
      <ClearingWords left={left} total={total} />
      <MoreTime more={more} />
    </section>
  )
}
