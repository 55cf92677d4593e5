import type { KeyboardEvent, ReactNode } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'

import type { Language } from '../../domain/language.ts'
import { StateShape } from './icon/state-shape.tsx'
import { KeyCap } from './key-cap.tsx'

export interface Segment<Value extends string> {
  readonly value: Value
  readonly label: ReactNode
  readonly lang?: Language
  /** Drawn before the label; a digit chooses while the group has the focus. */
  readonly cap?: string
}

interface Props<Value extends string> {
  readonly label: string
  readonly quiet?: boolean
  readonly segments: readonly Segment<Value>[]
  readonly value: Value | null
  readonly onChange: (value: Value) => void
  readonly problem?: string | null
  readonly className?: string
  /** Whoever comes to it chooses here next. */
  readonly focus?: boolean
}

/** One of a few, all in sight. */
export function Segmented<Value extends string>(props: Props<Value>) {
  const {
    label,
    quiet = false,
    segments,
    value,
    onChange,
    problem = null,
    className = 'segments',
    focus = false,
  } = props
  const choose = (wanted: string | undefined) => {
    const found = segments.find((segment) => segment.value === wanted)
    if (found !== undefined) onChange(found.value)
  }
  const byDigit = (event: KeyboardEvent) => {
    const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1]
    if (digit === undefined || event.altKey || event.ctrlKey) return
    choose(segments[Number(digit) - 1]?.value)
  }
  return (
    <RadioGroup
      className={problem === null ? 'field' : 'field wrong'}
      value={value}
      onChange={choose}
      orientation="horizontal"
      isInvalid={problem !== null}
      {...(quiet ? { 'aria-label': label } : {})}
    >
      {quiet ? null : <Label className="label-line">{label}</Label>}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div className={className} onKeyDown={byDigit}>
        {segments.map((segment, at) => (
          // What was chosen is where a choice goes on.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          <Radio key={segment.value} value={segment.value} className="segment" autoFocus={focus && at === 0}>
            {segment.cap === undefined ? null : <KeyCap name={segment.cap} />}
            <span {...(segment.lang === undefined ? {} : { lang: segment.lang })}>{segment.label}</span>
          </Radio>
        ))}
      </div>
      {problem === null ? null : (
        <div className="problem-line">
          <StateShape kind="care" />
          <span>{problem}</span>
        </div>
      )}
    </RadioGroup>
  )
}
