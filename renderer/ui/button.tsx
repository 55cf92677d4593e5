import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'

import { KeyCap } from './key-cap.tsx'

interface Props {
  /** `go`: the one likely next step of a screen. `later`: not possible yet, with the missing step said in it. */
  readonly kind?: 'go' | 'plain' | 'bare' | 'later'
  readonly cap?: string
  readonly children: ReactNode
  /** A second line: whom, where, or what is missing. */
  readonly under?: ReactNode
  readonly end?: ReactNode
  readonly size?: 'big' | 'tall'
  readonly block?: boolean
  readonly label?: string
  readonly onPress?: () => void
}

/** Everything that is pressed. A `later` button keeps its place in the focus order and does nothing. */
export function ActionButton(props: Props) {
  const { kind = 'plain', cap, children, under, end, size, block = false, label, onPress } = props
  const names = ['button', kind === 'plain' ? '' : kind, size ?? '', block ? 'block' : '']
  return (
    <Button
      className={names.filter((name) => name !== '').join(' ')}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(kind === 'later' ? { 'aria-disabled': 'true' } : {})}
      {...(onPress === undefined || kind === 'later' ? {} : { onPress })}
    >
      {cap === undefined ? null : <KeyCap name={cap} />}
      <span className="label">
        <span>{children}</span>
        {under === undefined ? null : <small>{under}</small>}
      </span>
      {end}
    </Button>
  )
}
