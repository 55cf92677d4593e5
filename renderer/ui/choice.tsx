import { Label, Radio, RadioGroup } from 'react-aria-components'

import { Written } from './written.tsx'

interface Offered<Value extends string> {
  readonly value: Value
  /** A name, a number or a word, in whatever script. */
  readonly text: string
  /** What there is to know of it, in the page's own language. */
  readonly under?: string
}

interface ChoiceProps<Value extends string> {
  readonly label: string
  readonly value: Value | null
  readonly choices: readonly Offered<Value>[]
  readonly focus?: boolean
  readonly onChange: (value: Value) => void
}

/** One of a few answers, each a large button; arrows move between them. */
export function Choice<Value extends string>({ label, value, choices, focus = false, onChange }: ChoiceProps<Value>) {
  return (
    <RadioGroup
      className="field"
      value={value}
      onChange={(chosen) => {
        const found = choices.find((choice) => choice.value === chosen)
        if (found !== undefined) onChange(found.value)
      }}
    >
      <Label className="label-line">{label}</Label>
      <div className="operators">
        {choices.map((choice, at) => (
          // The first thing to say on this screen is why.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          <Radio key={choice.value} value={choice.value} className="operator" autoFocus={focus && at === 0}>
            <Written text={choice.text} />
            {choice.under === undefined ? null : <span className="meta">{choice.under}</span>}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}
