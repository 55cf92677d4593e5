import type { ReactNode } from 'react'

import { StateShape } from './icon/state-shape.tsx'
import type { StateKind } from './icon/state-shape.tsx'

interface Props {
  readonly kind: StateKind | 'plain'
  readonly title?: ReactNode
  readonly children?: ReactNode
}

/** Something to know, in the place it belongs to. Changes are read out politely. */
export const Note = ({ kind, title, children }: Props) => (
  <output className={`note ${kind}`}>
    {kind === 'plain' ? null : <StateShape kind={kind} size="large" />}
    <div className="body">
      {title === undefined ? null : <b>{title}</b>}
      {children}
    </div>
  </output>
)
