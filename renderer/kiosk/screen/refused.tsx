import { Press, Question } from '../control.tsx'
import { RefusalPicture } from '../pictogram/refusal.tsx'
import { AgainPicture, BackPicture, DeskPicture } from '../pictogram/thing.tsx'
import { useText } from '../../text/use-text.tsx'
import type { Refusal } from '../state.ts'

interface Props {
  readonly why: Refusal
  readonly again: () => void
  readonly back: () => void
}

/** What another try can mend; the rest needs the desk. */
export const mendedByAgain: ReadonlySet<Refusal> = new Set(['not-a-card', 'altered', 'scan-again', 'failed'])

/** Only these can be mended without the desk. */
const needsNoDesk: ReadonlySet<Refusal> = new Set(['not-a-card', 'scan-again'])

export function RefusedScreen({ why, again, back }: Props) {
  const { t } = useText()
  const retry = mendedByAgain.has(why)
  return (
    <main className="screen" aria-labelledby="question">
      <Question title={t(`kiosk.refused.${why}`)} hint={t(`kiosk.refused.${why}-do`)} />
      <div className="kiosk-body refused">
        <div className="stage">
          <RefusalPicture why={why} />
        </div>
        {needsNoDesk.has(why) ? null : (
          <div className="to-desk">
            <DeskPicture />
            <span>
              <b>{t('kiosk.desk')}</b>
              <span>{t('kiosk.desk-take')}</span>
            </span>
          </div>
        )}
        <div className="acts">
          <Press className="act" first={!retry} onPress={back}>
            <BackPicture />
            <span>{t('kiosk.start-again')}</span>
          </Press>
          {retry ? (
            <Press className="act" first onPress={again}>
              <AgainPicture />
              <span>{t('kiosk.show-again')}</span>
            </Press>
          ) : null}
        </div>
      </div>
    </main>
  )
}
