import { isCameraProblem } from '../../scan/camera-state.ts'
import { useCamera } from '../../scan/use-camera.ts'
import { useText } from '../../text/use-text.tsx'
import { ActionButton } from '../../ui/button.tsx'
import { CameraPicture } from '../../ui/camera-view.tsx'
import { Note } from '../../ui/note.tsx'
import { useHotkeys } from '../../ui/use-hotkeys.ts'

interface Props {
  readonly onText: (text: string) => void
  readonly onClose: () => void
}

/** Reads a card held before this computer's camera; the picture never leaves the page. */
export function CameraPanel({ onText, onClose }: Props) {
  const { t } = useText()
  const camera = useCamera(onText)
  const { state, hint } = camera
  useHotkeys({ F8: onClose, Escape: onClose })
  return (
    <section className="panel camera-box" aria-label={t('pharmacy.camera')}>
      {isCameraProblem(state) ? (
        <Note kind="care" title={t(`pharmacy.camera.${state}`)}>
          <p className="meta">{t(`pharmacy.camera.${state}.next`)}</p>
        </Note>
      ) : (
        <CameraPicture camera={camera} label={t('pharmacy.camera.view')} mirrored>
          {state === 'asking' ? t('pharmacy.camera.asking') : t(`pharmacy.camera.hint.${hint}`)}
        </CameraPicture>
      )}
      <ActionButton cap="F8" onPress={onClose}>
        {t('pharmacy.camera.close')}
      </ActionButton>
    </section>
  )
}
