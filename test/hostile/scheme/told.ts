import type { Known, KnownValue, PersonFacts } from '../../../domain/scheme/known.ts'

/**
 * Facts as the hand-worked people tell them: `72000, seen income-certificate`. The value is yes, no, an amount, `<=5`,
 * `>=5`, `3..4`, `born 1954-01-04`, `69 years on 2026-06-01` or a word; without more it was spoken. An empty one takes
 * away what all people of the file have.
 */
export function factsTold(told: Readonly<Record<string, string>>): PersonFacts {
  return Object.fromEntries(
    Object.entries(told)
      .filter(([, text]) => text !== '')
      .map(([fact, text]) => [fact, knownTold(text)]),
  )
}

function knownTold(text: string): Known {
  const [value = '', shown = 'spoken'] = text.split(', ')
  const [how, ...by] = shown.split(' ')
  return { value: valueTold(value), how: how === 'seen' || how === 'verified' ? how : 'spoken', by }
}

function valueTold(text: string): KnownValue {
  if (text === 'yes' || text === 'no') return text === 'yes'
  if (text.startsWith('born ')) return { kind: 'date', on: text.slice(5) }
  const [, years, asOf] = /^(\d+) years on (.+)$/.exec(text) ?? []
  if (years !== undefined && asOf !== undefined) return { kind: 'age', years: Number(years), asOf }
  const [, least, most] = /^(\d+)\.\.(\d+)$/.exec(text) ?? []
  if (least !== undefined && most !== undefined) return { least: Number(least), most: Number(most) }
  if (text.startsWith('<=')) return { least: null, most: Number(text.slice(2)) }
  if (text.startsWith('>=')) return { least: Number(text.slice(2)), most: null }
  // Four digits may be a year; no amount of these people is that small but 9000 and 9001.
  return /^\d+$/.test(text) && !/^(19|20)\d\d$/.test(text) ? Number(text) : text
}
