import { useEffect, useEffectEvent, useRef, useState } from 'react'

import type { CameraState } from '../../scan/camera.ts'
import type { Hint } from '../../scan/hint.ts'
import { useText } from '../../text/use-text.tsx'
import { ActionButton } from '../../ui/button.tsx'
import { Note } from '../../ui/note.tsx'
import { useHotkeys } from '../../ui/use-hotkeys.ts'

interface Props {
  readonly onText: (text: string) => void
  readonly onClose: () => void
}

const isProblem = (state: CameraState): state is 'none' | 'refused' | 'busy' => state !== 'asking' && state !== 'live'

/** Reads a card held before this computer's camera; the picture never leaves the page. */
export function CameraPanel({ onText, onClose }: Props) {
  const { t } = useText()
  const video = useRef<HTMLVideoElement>(null)
  const [state, setState] = useState<CameraState>('asking')
  const [hint, setHint] = useState<Hint>('none')
  const heard = useEffectEvent(onText)
  useHotkeys({ F9: onClose, Escape: onClose })
  useEffect(() => {
    const view = video.current
    if (view === null) return undefined
    let over = false
    let stop = () => {}
    const start = async () => {
      const { startCamera } = await import('../../scan/camera.ts')
      if (over) return
      const watch = startCamera({ video: view, onText: (text) => heard(text), onHint: setHint, onState: setState })
      stop = watch.stop
    }
    void start()
    return () => {
      over = true
      stop()
    }
  }, [])
  return (
    <aside className="panel camera-panel" aria-label={t('desk.camera')}>
      <h2>{t('desk.camera')}</h2>
      {isProblem(state) ? (
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
