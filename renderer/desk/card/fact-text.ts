import { unreachable } from '../../../domain/result.ts'
import type { Fact, FactAnswer } from '../../../domain/person/check-fact.ts'
import { latinDigits } from '../../../domain/latin-digits.ts'
import { readBirth } from '../new-person/birth-text.ts'

/** What was typed for each fact that was asked; what was not asked is missing or blank. */
export type FactTexts = Readonly<Partial<Record<Fact, string>>>

/** Reads one typed fact: null while nothing is typed, `unreadable` while it cannot be compared yet. */
export function readFact(fact: Fact, typed: string, today: string): FactAnswer | 'unreadable' | null {
  const text = latinDigits(typed).trim()
  if (text === '') return null
  switch (fact) {
    case 'abha':
    case 'phone':
      return digitsOf(fact, text)
    case 'birth': {
      const read = readBirth(text, today)
      return read.ok ? { fact, birth: read.value.birth } : 'unreadable'
    }
    case 'guardian':
    case 'locality':
      return { fact, name: typed.trim() }
    default:
      return unreachable(fact)
  }
}

function digitsOf(fact: 'abha' | 'phone', text: string): FactAnswer | 'unreadable' {
  const digits = text.replace(/[\s-]/g, '')
  const whole = fact === 'abha' ? 14 : 10
  return /^\d+$/.test(digits) && (digits.length === 4 || digits.length === whole) ? { fact, digits } : 'unreadable'
}

/** Everything that can be compared, in the order in which it was asked. */
export const readFacts = (texts: FactTexts, asked: readonly Fact[], today: string): readonly FactAnswer[] =>
  asked.flatMap((fact) => {
    const read = readFact(fact, texts[fact] ?? '', today)
    return read === null || read === 'unreadable' ? [] : [read]
  })
