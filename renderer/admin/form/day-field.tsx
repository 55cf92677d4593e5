import { useState } from 'react'

import { useText } from '../../text/use-text.tsx'
import { Field } from '../../ui/field.tsx'
import { dayText } from '../../ui/format.ts'
import { readDay, typedDay } from '../../ui/day-text.ts'

interface Props {
  readonly label: string
  readonly value: string | null
  /** Null for an empty box; what cannot be read changes nothing. */
  readonly onChange: (day: string | null) => void
  readonly problem?: string | null
}

/** A day, typed; how it was read stands below. */
export function DayField({ label, value, onChange, problem = null }: Props) {
  const { t } = useText()
  const [typed, setTyped] = useState(value === null ? '' : typedDay(value))
  const read = readDay(typed)
  const type = (text: string) => {
    setTyped(text)
    const day = readDay(text)
    if (text.trim() === '') onChange(null)
    else if (day !== null) onChange(day)
  }
  const unread = typed.trim() !== '' && read === null ? t('admin.problem.day') : null
  return (
    <Field
      label={label}
      value={typed}
      onChange={type}
      problem={unread ?? problem}
      hint={read === null ? t('admin.day.hint') : dayText(t, read)}
      maxLength={10}
      numeric
    />
  )
}
