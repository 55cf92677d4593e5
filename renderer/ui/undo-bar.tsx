import { useEffect, useEffectEvent } from 'react'

import { useText } from '../text/use-text.tsx'
import { ActionButton } from './button.tsx'
import { StateShape } from './icon/state-shape.tsx'

interface Props {
  /** What was just done. */
  readonly done: string
  readonly cap?: string
  readonly onUndo: () => void
  /** Nobody took it back for a while; where it is not given the bar stays as long as its screen. */
  readonly onGone?: () => void
}

/** How long a deed that has no screen of its own can be taken back at once, in milliseconds. */
const WHILE = 20_000

/** Says what was done, and takes it back by the deed that there is for that. */
export function UndoBar({ done, cap, onUndo, onGone }: Props) {
  const { t } = useText()
  const gone = useEffectEvent(() => onGone?.())
  useEffect(() => {
    const timer = setTimeout(() => gone(), WHILE)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div className="undo-bar">
      <output className="row tight">
        <StateShape kind="ok" />
        <span>{done}</span>
      </output>
      <ActionButton {...(cap === undefined ? {} : { cap })} onPress={onUndo}>
        {t('staff.undo')}
      </ActionButton>
    </div>
  )
}
