import type { ReactNode } from 'react'

import type { CameraView } from '../scan/use-camera.ts'
import { useText } from '../text/use-text.tsx'
import { ActionButton } from './button.tsx'
import { Icon } from './icon/icon.tsx'
import './camera-view.css'

interface Props {
  readonly camera: Pick<CameraView, 'video' | 'read' | 'light'>
  readonly label: string
  /** What would help the person who holds the card. */
  readonly children: ReactNode
  /** A camera that looks at whoever holds the card is shown as a mirror. */
  readonly mirrored?: boolean
}

/** What the camera sees, in a frame that turns green when something was read, with the camera's light if it has one. */
export function CameraPicture({ camera, label, children, mirrored = false }: Props) {
  const { t } = useText()
  const { video, read, light } = camera
  return (
    <div className="camera-view">
      <div className={`camera-frame ${read ? 'read' : ''}`}>
        <video ref={video} className={mirrored ? 'mirrored' : ''} muted playsInline aria-label={label} />
        <svg className="camera-corners" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
          <path d="M22 34V18H38M62 18H78V34M78 66V82H62M38 82H22V66" />
        </svg>
        {read ? (
          <span className="camera-read">
            <Icon name="same" />
          </span>
        ) : null}
      </div>
      <output className="camera-hint">{read ? t('common.camera.read') : children}</output>
      {light === null ? null : (
        <ActionButton onPress={light.turn}>
          {t(light.on ? 'common.camera.light-off' : 'common.camera.light-on')}
        </ActionButton>
      )}
    </div>
  )
}
