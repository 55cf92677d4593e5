import { Label, Radio, RadioGroup } from 'react-aria-components'

import { Written } from '../../ui/written.tsx'

interface ChoiceProps<Value extends string> {
  readonly label: string
  readonly value: Value | null
  readonly choices: readonly { readonly value: Value; readonly text: string }[]
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
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}
