import { Button } from 'react-aria-components'

import { useText } from '../text/use-text.tsx'
import { Icon } from './icon/icon.tsx'
import { PIN_MOST } from './unlock-state.ts'

interface PinProps {
  /** Whose PIN, where that is not plain. */
  readonly label?: string
  readonly pin: string
  readonly onType: (pin: string) => void
  /** Whether the PIN is the one thing to do on its screen. */
  readonly focus?: boolean
}

const SHOWN = 6

/** A PIN as boxes that fill; the field itself lies over them, so the keyboard and screen readers find one field. */
export function PinBox({ label, pin, onType, focus = true }: PinProps) {
  const { t } = useText()
  const boxes = Array.from({ length: pin.length < SHOWN ? SHOWN : PIN_MOST }, (_, at) => at)
  return (
    <label className="field">
      <span className="label-line">{label ?? t('common.unlock.pin')}</span>
      <span>
        <span className="pin-box" dir="ltr">
          {boxes.map((at) => (
            <i key={at} className={at < pin.length ? 'filled' : at === pin.length ? 'here' : ''} aria-hidden="true" />
          ))}
          <input
            type="password"
            inputMode="numeric"
            autoComplete="off"
            // The one thing to do on this screen is to type the PIN.
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus={focus}
            value={pin}
            onChange={(event) => onType(event.currentTarget.value)}
          />
        </span>
      </span>
    </label>
  )
}

interface KeypadProps {
  readonly onDigit: (digit: string) => void
  readonly onErase: () => void
  readonly onEnter: () => void
}

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const

/** Ten digits for a touch screen or a mouse; it never takes the focus from the PIN. */
export function Keypad({ onDigit, onErase, onEnter }: KeypadProps) {
  const { t } = useText()
  return (
    <fieldset className="keypad" aria-label={t('common.unlock.keypad')}>
      {digits.map((digit) => (
        <Button key={digit} className="button" preventFocusOnPress onPress={() => onDigit(digit)}>
          {digit}
        </Button>
      ))}
      <Button className="button" preventFocusOnPress onPress={onErase} aria-label={t('common.unlock.erase')}>
        <Icon name="erase" />
      </Button>
      <Button className="button" preventFocusOnPress onPress={() => onDigit('0')}>
        0
      </Button>
      <Button className="button go" preventFocusOnPress onPress={onEnter} aria-label={t('common.unlock.open')}>
        <Icon name="enter" />
      </Button>
    </fieldset>
  )
}
