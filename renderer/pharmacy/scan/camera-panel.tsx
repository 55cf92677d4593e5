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
  useHotkeys({ F8: onClose, Escape: onClose })
  return (
    <section className="panel camera-box" aria-label={t('pharmacy.camera')}>
      {isCameraProblem(state) ? (
        <Note kind="care" title={t(`pharmacy.camera.${state}`)}>
          <p className="meta">{t(`pharmacy.camera.${state}.next`)}</p>
        </Note>
      ) : (
        <>
          <video ref={video} muted playsInline aria-label={t('pharmacy.camera.view')} />
          <output className="meta">
            {state === 'asking' ? t('pharmacy.camera.asking') : t(`pharmacy.camera.hint.${hint}`)}
          </output>
        </>
      )}
      <ActionButton cap="F8" onPress={onClose}>
        {t('pharmacy.camera.close')}
      </ActionButton>
    </section>
  )
}
