import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'

interface PressProps {
  readonly className: string
  readonly onPress: () => void
  readonly children: ReactNode
  readonly label?: string
  /** Takes the focus when its screen appears, so that a keypad's Enter does the likely thing. */
  readonly first?: boolean
  readonly pressed?: boolean
}

/** Anything at the kiosk that a finger or the keypad can press. */
export const Press = ({ className, onPress, children, label, first = false, pressed }: PressProps) => (
  <Button
    className={`press ${className}`}
    onPress={onPress}
    // oxlint-disable-next-line jsx-a11y/no-autofocus -- without it a keypad would start each screen at nothing
    autoFocus={first}
    {...(label === undefined ? {} : { 'aria-label': label })}
    {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
  >
    {children}
  </Button>
)

export const Question = ({ title, hint = null }: { readonly title: string; readonly hint?: string | null }) => (
  <div className="say">
    <h1 id="question">{title}</h1>
    {hint === null ? null : <p>{hint}</p>}
  </div>
)

interface TileProps {
  readonly picture: ReactNode
  readonly title: string
  readonly hint: string
  readonly main?: boolean
  readonly onPress: () => void
}

/** A wide picture tile: what it does, and what it takes. */
export const WideTile = ({ picture, title, hint, main = false, onPress }: TileProps) => (
  <Press className={main ? 'tile main' : 'tile'} first={main} onPress={onPress}>
    <span className="frame">{picture}</span>
    <span className="words">
      <b>{title}</b>
      <small>{hint}</small>
    </span>
  </Press>
)
