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
  useHotkeys({ F9: onClose, Escape: onClose })
  return (
    <aside className="panel camera-panel" aria-label={t('desk.camera')}>
      <h2>{t('desk.camera')}</h2>
      {isCameraProblem(state) ? (
        <Note kind="care" title={t(`desk.camera.${state}`)}>
          <p className="meta">{t(`desk.camera.${state}.next`)}</p>
        </Note>
      ) : (
        <CameraPicture camera={camera} label={t('desk.camera.view')}>
          {state === 'asking' ? t('desk.camera.asking') : t(`desk.camera.hint.${hint}`)}
        </CameraPicture>
      )}
      <ActionButton cap="F9" onPress={onClose}>
        {t('desk.camera.close')}
      </ActionButton>
    </aside>
  )
}
