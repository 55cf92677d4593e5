import { Press } from '../control.tsx'
import { BackPicture, CallPicture, ComingPicture, DeskPicture } from '../pictogram/thing.tsx'
import { useText } from '../../text/use-text.tsx'

interface Props {
  readonly state: 'calling' | 'coming' | 'failed'
  readonly back: () => void
  /** Whether there is work to go on with behind this screen. */
  readonly unfinished: boolean
}

/** The one thing to read here is that help is on its way, or where it is. */
export function HelpScreen({ state, back, unfinished }: Props) {
  const { t } = useText()
  return (
    <main className="kiosk-body help" aria-labelledby="question">
      <div className={`coming ${state}`} aria-live="polite">
        {state === 'coming' ? <ComingPicture /> : state === 'failed' ? <DeskPicture /> : <CallPicture />}
        <div>
          <h1 id="question">{t(`kiosk.help.${state}`)}</h1>
          <p>{t(`kiosk.help.${state}-do`)}</p>
        </div>
      </div>
      <p className="help-meanwhile">{t('kiosk.help.meanwhile')}</p>
      <div className="acts">
        <Press className="act" first onPress={back}>
          <BackPicture />
          <span>{unfinished ? t('kiosk.help.go-on') : t('kiosk.back')}</span>
        </Press>
      </div>
    </main>
  )
}
