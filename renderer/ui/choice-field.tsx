import type { ReactNode } from 'react'
import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components'

import { Icon } from './icon/icon.tsx'

export interface Choice<Value extends string> {
  readonly value: Value
  readonly label: string
  readonly detail?: ReactNode
}

interface Props<Value extends string> {
  readonly label: string
  readonly empty: string
  readonly choices: readonly Choice<Value>[]
  readonly value: Value | null
  readonly onChange: (value: Value) => void
}

/** One of many; the list opens under its own field. */
export function ChoiceField<Value extends string>({ label, empty, choices, value, onChange }: Props<Value>) {
  return (
    <Select
      className="field"
      placeholder={empty}
      value={value}
      onChange={(key) => {
        const found = choices.find((choice) => choice.value === key)
        if (found !== undefined) onChange(found.value)
      }}
    >
      <Label className="label-line">{label}</Label>
      <Button className="box">
        <SelectValue className="value" />
        <Icon name="open" />
      </Button>
      <Popover className="choices" placement="bottom start">
        <ListBox>
          {choices.map((choice) => (
            <ListBoxItem key={choice.value} id={choice.value} className="choice" textValue={choice.label}>
              <span className="grow">{choice.label}</span>
              {choice.detail}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  )
}
