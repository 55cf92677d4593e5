import { useState } from 'react'

import { Field } from '../../ui/field.tsx'
import { latinDigits } from '../../../domain/latin-digits.ts'

interface Props {
  readonly label: string
  readonly value: number
  /** NaN for what is no whole number: the form does not save it. */
  readonly onChange: (value: number) => void
  readonly problem?: string | null
}

/** A whole number, typed. */
export function NumberField({ label, value, onChange, problem = null }: Props) {
  const [typed, setTyped] = useState(Number.isNaN(value) ? '' : String(value))
  const type = (text: string) => {
    setTyped(text)
    const number = latinDigits(text).trim()
    onChange(/^-?\d{1,7}$/.test(number) ? Number(number) : Number.NaN)
  }
  return <Field label={label} value={typed} onChange={type} problem={problem} maxLength={8} numeric />
}
