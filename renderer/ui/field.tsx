import type { ReactNode, Ref } from 'react'
import { FieldError, Input, Label, Text, TextField } from 'react-aria-components'

import type { Language } from '../../domain/language.ts'
import { StateShape } from './icon/state-shape.tsx'

interface Props {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onBlur?: () => void
  /** What is wrong and what to do; shown beside the field, the typed text stays. */
  readonly problem?: string | null
  readonly hint?: string
  readonly start?: ReactNode
  readonly end?: ReactNode
  readonly lang?: Language
  readonly numeric?: boolean
  /** A long number that papers bear as a bar code too: what a scanner types belongs into this box. */
  readonly coded?: boolean
  readonly autoFocus?: boolean
  readonly maxLength?: number
  readonly placeholder?: string
  readonly ref?: Ref<HTMLInputElement>
}

/** One box to type in, with its label above and its problem or hint below. */
export function Field(props: Props) {
  const { label, value, onChange, onBlur, problem = null, hint, start, end, lang, numeric = false, ref = null } = props
  return (
    <TextField
      className={problem === null ? 'field' : 'field wrong'}
      value={value}
      onChange={onChange}
      isInvalid={problem !== null}
      maxLength={props.maxLength ?? 120}
      // Only the one box a screen is for takes the focus as it opens.
      // oxlint-disable-next-line jsx-a11y/no-autofocus
      autoFocus={props.autoFocus ?? false}
      autoComplete="off"
      spellCheck="false"
      {...(onBlur === undefined ? {} : { onBlur })}
    >
      <Label className="label-line">{label}</Label>
      <div className="box">
        {start}
        <Input
          ref={ref}
          {...(value === '' ? {} : { dir: 'auto' })}
          {...(lang === undefined ? {} : { lang })}
          {...(numeric ? { className: 'num', inputMode: 'numeric' as const } : {})}
          {...(props.coded === true ? { 'data-coded': '' } : {})}
          {...(props.placeholder === undefined ? {} : { placeholder: props.placeholder })}
        />
        {end}
      </div>
      {problem === null ? null : (
        <FieldError className="problem-line">
          <StateShape kind="care" />
          <span>{problem}</span>
        </FieldError>
      )}
      {hint === undefined || problem !== null ? null : (
        <Text slot="description" className="hint-line">
          {hint}
        </Text>
      )}
    </TextField>
  )
}
