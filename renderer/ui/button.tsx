import { memo, useRef } from 'react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'

import { useDrawn } from './action/drawn.ts'
import { KeyCap } from './key-cap.tsx'
import { useSteady } from './use-steady.ts'

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

/** Everything that is pressed, also by the key that is drawn on it. A `later` button keeps its place and does nothing. */
export function ActionButton({ onPress, ...look }: Props) {
  return <Drawn {...look} onPress={useSteady(onPress)} />
}

interface DrawnProps extends Omit<Props, 'onPress'> {
  readonly onPress: (() => void) | undefined
}

/** A page has twenty of them, and they are most of what it costs to draw it: each is drawn again when its words change. */
const Drawn = memo(function Drawn(props: DrawnProps) {
  const { kind = 'plain', cap, children, under, end, size, block = false, label, onPress } = props
  const names = ['button', kind === 'plain' ? '' : kind, size ?? '', block ? 'block' : '']
  const element = useRef<HTMLButtonElement>(null)
  useDrawn(element, { cap, run: kind === 'later' ? undefined : onPress })
  return (
    <Button
      ref={element}
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
})
