import type { ReactNode } from 'react'

import { StateShape } from './icon/state-shape.tsx'
import type { StateKind } from './icon/state-shape.tsx'

interface Props {
  readonly kind?: StateKind
  readonly children: ReactNode
}

/** A small fact; with a state it carries that state's shape. */
export const Chip = ({ kind, children }: Props) => (
  <span className={kind === undefined ? 'chip' : `chip ${kind}`}>
    {kind === undefined ? null : <StateShape kind={kind} />}
    <span>{children}</span>
  </span>
)
