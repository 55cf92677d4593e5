import type { ReactNode } from 'react'
import { Checkbox } from 'react-aria-components'

import { Icon } from './icon/icon.tsx'

interface Props {
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly children: ReactNode
  /** Why it cannot be ticked; it keeps its place, and says so. */
  readonly missing?: string | null
}

/** Something that may be wanted or not. */
export const Tick = ({ checked, onChange, children, missing = null }: Props) => (
  <Checkbox className="tick" isSelected={checked && missing === null} onChange={onChange} isDisabled={missing !== null}>
    <span className="tick-box">
      <Icon name="same" />
    </span>
    <span className="tick-text">
      <span>{children}</span>
      {missing === null ? null : <small>{missing}</small>}
    </span>
  </Checkbox>
)
