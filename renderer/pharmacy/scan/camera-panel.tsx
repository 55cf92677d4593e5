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
  useHotkeys({ F8: onClose, Escape: onClose })
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
    <section className="panel camera-box" aria-label={t('pharmacy.camera')}>
      {isProblem(state) ? (
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
