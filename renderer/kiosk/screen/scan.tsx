import { unreachable } from '../../../domain/result.ts'
import type { MessageId } from '../../../domain/text/catalogue.ts'
import { Press, Question } from '../control.tsx'
import { AimPicture } from '../pictogram/aim.tsx'
import { BackPicture, CallPicture } from '../pictogram/thing.tsx'
import { useText } from '../../text/use-text.tsx'
import type { CameraState } from '../../scan/camera-state.ts'
import type { Hint } from '../../scan/hint.ts'
import { useCamera } from '../../scan/use-camera.ts'
import type { KioskWorld } from '../world.ts'

interface Props {
  readonly startCamera: KioskWorld['startCamera']
  readonly reading: boolean
  readonly onText: (text: string) => void
  readonly back: () => void
  readonly call: () => void
}

/** What the person is told while the camera looks; the attached scanner reads all along. */
export function sayingOf(state: CameraState, hint: Hint, reading: boolean): MessageId {
  if (reading) return 'kiosk.scan.reading'
  switch (state) {
    case 'asking':
      return 'kiosk.scan.asking'
    case 'none':
      return 'kiosk.scan.no-camera'
    case 'refused':
    case 'busy':
    case 'failed':
      return 'kiosk.scan.camera-off'
    case 'live':
      return hint === 'none' ? 'kiosk.scan.looking' : `kiosk.scan.${hint}`
    default:
      return unreachable(state)
  }
}

export function ScanScreen({ startCamera, reading, onText, back, call }: Props) {
  const { t } = useText()
  const { video, state, hint, read, light } = useCamera(onText, startCamera)
  const sees = state === 'live'
  return (
    <main className="screen" aria-labelledby="question">
      <Question title={t('kiosk.scan.title')} hint={t('kiosk.scan.hint')} />
      <div className="kiosk-body">
        <div className={`stage ${sees ? 'sees' : ''} ${read || reading ? 'read' : ''}`}>
          <AimPicture />
          <video ref={video} className="view" muted playsInline aria-label={t('kiosk.scan.view')} />
          <output className={`saying ${hint === 'none' || reading ? '' : 'helps'}`}>
            <span className="ring" aria-hidden="true" />
            <span>{t(sayingOf(state, hint, reading))}</span>
          </output>
        </div>
        <p className="private">{t('kiosk.private')}</p>
        <div className="acts">
          <Press className="act" first onPress={back}>
            <BackPicture />
            <span>{t('kiosk.back')}</span>
          </Press>
          {light === null ? null : (
            <Press className="act" onPress={light.turn}>
              <span>{t(light.on ? 'common.camera.light-off' : 'common.camera.light-on')}</span>
            </Press>
          )}
          <Press className="act wide" onPress={call}>
            <CallPicture />
            <span>{t('kiosk.scan.no-card')}</span>
          </Press>
        </div>
      </div>
    </main>
  )
}
