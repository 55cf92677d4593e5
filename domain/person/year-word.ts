import { normalise } from '../search/normalise.ts'

const words: ReadonlySet<string> = new Set(
  ['y', 'yr', 'yrs', 'year', 'years', 'साल', 'वर्ष', 'बरस', 'ਸਾਲ', 'ਵਰ੍ਹੇ', 'سال', 'برس'].map(normalise),
)

/** Whether this is what people write behind a number of years, in any of the four languages. */
export const isYearWord = (text: string): boolean => words.has(normalise(text))
