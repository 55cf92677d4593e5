import { z } from 'zod'

import { compareNames } from '../search/compare-names.ts'
import { foldName } from '../search/fold.ts'
import { similarity } from '../search/similarity.ts'
import { unreachable } from '../result.ts'
import { Birth, ageOn } from './person.ts'
import type { Person } from './person.ts'

/**
 * What a clerk may ask to be sure of somebody, in the order in which people know it who have lost their card: few know the
 * number of an ABHA by heart. Any two will do.
 */
export const facts = ['phone', 'birth', 'abha', 'guardian', 'locality'] as const
export const Fact = z.enum(facts)
export type Fact = z.infer<typeof Fact>

/** What the person said, before the clerk saw what is written here. */
export const FactAnswer = z.discriminatedUnion('fact', [
  /** The last four digits or all fourteen. */
  z.strictObject({ fact: z.literal('abha'), digits: z.string().regex(/^(?:\d{4}|\d{14})$/) }),
  /** The last four digits or all ten. */
  z.strictObject({ fact: z.literal('phone'), digits: z.string().regex(/^(?:\d{4}|\d{10})$/) }),
  z.strictObject({ fact: z.literal('birth'), birth: Birth }),
  z.strictObject({ fact: z.literal('guardian'), name: z.string().trim().min(1).max(120) }),
  z.strictObject({ fact: z.literal('locality'), name: z.string().trim().min(1).max(80) }),
])
export type FactAnswer = z.infer<typeof FactAnswer>

/** So many facts must fit before somebody is given a card again. */
export const FACTS_NEEDED = 2

/** The facts this record holds, and so can be asked. */
export const askable = (person: Person): readonly Fact[] =>
  facts.filter((fact) => {
    switch (fact) {
      case 'abha':
        return person.abha !== null
      case 'phone':
        return person.phone !== null
      case 'birth':
        return true
      case 'guardian':
        return person.guardian !== null
      case 'locality':
        return person.address.locality !== ''
      default:
        return unreachable(fact)
    }
  })

/** Whether an answer is what is written here; `today` is `YYYY-MM-DD`. Spellings and told ages may be a little off. */
export function factFits(person: Person, answer: FactAnswer, today: string): boolean {
  switch (answer.fact) {
    case 'abha':
      return person.abha?.endsWith(answer.digits) ?? false
    case 'phone':
      return person.phone?.endsWith(answer.digits) ?? false
    case 'birth':
      return birthFits(person.birth, answer.birth, today)
    case 'guardian':
      return person.guardian !== null && namesFit(person.guardian.name, answer.name)
    case 'locality':
      return placesFit(person.address.locality, answer.name)
    default:
      return unreachable(answer)
  }
}

/** A day must be the day; an age that somebody told, then or now, is often a round one. */
function birthFits(written: Birth, said: Birth, today: string): boolean {
  if (written.kind === 'date' && said.kind === 'date') return written.on === said.on
  const slack = written.kind === 'date' ? 1 : 2
  return Math.abs(ageOn(written, today) - ageOn(said, today)) <= slack
}

const namesFit = (written: string, said: string): boolean =>
  compareNames({ latin: written, own: null }, { latin: said, own: null }) !== 'different'

function placesFit(written: string, said: string): boolean {
  const [ours, theirs] = [foldName(written).join(' '), foldName(said).join(' ')]
  return ours !== '' && (ours === theirs || similarity(ours, theirs) > 0.9)
}
