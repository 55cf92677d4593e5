import { isCameraProblem } from '../../scan/camera-state.ts'
import { useCamera } from '../../scan/use-camera.ts'
import { useText } from '../../text/use-text.tsx'
import { ActionButton } from '../../ui/button.tsx'
import { Note } from '../../ui/note.tsx'
import { useHotkeys } from '../../ui/use-hotkeys.ts'

interface Props {
  readonly onText: (text: string) => void
  readonly onClose: () => void
}

/** Reads a card held before this computer's camera; the picture never leaves the page. */
export function CameraPanel({ onText, onClose }: Props) {
  const { t } = useText()
  const { video, state, hint } = useCamera(onText)
  useHotkeys({ F9: onClose, Escape: onClose })
  return (
    <aside className="panel camera-panel" aria-label={t('desk.camera')}>
      <h2>{t('desk.camera')}</h2>
      {isCameraProblem(state) ? (
        <Note kind="care" title={t(`desk.camera.${state}`)}>
          <p className="meta">{t(`desk.camera.${state}.next`)}</p>
        </Note>
      ) : (
        <>
          <video ref={video} muted playsInline aria-label={t('desk.camera.view')} />
          <output className="muted">
            {state === 'asking' ? t('desk.camera.asking') : t(`desk.camera.hint.${hint}`)}
          </output>
        </>
      )}
      <ActionButton cap="F9" onPress={onClose}>
        {t('desk.camera.close')}
      </ActionButton>
    </aside>
  )
}
