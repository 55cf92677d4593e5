import { birthYearOf } from '../person/person.ts'
import type { Person } from '../person/person.ts'
import { honour } from './compare-names.ts'
import { fold, foldName, lipTwins } from './fold.ts'

/** One letter of a sound begins half of all names. */
const LEAST = 2

/** Raised whenever a name may get another key: HIMS then makes those of everybody again, a few at a time. */
export const SOUND_VERSION = 1

/** A year of birth and how one word of a name sounds, in whatever script and spelling: `1984 rmsa`. */
export const soundKey = (year: number, sound: string): string => `${year} ${sound}`

/** So many characters before the sound. */
export const YEAR_PART = 5

/** What a person can be found by among the people of a whole city. */
export function soundKeys({ name, birth }: Pick<Person, 'name' | 'birth'>): readonly string[] {
  const sounds = new Set(foldName(`${name.latin} ${name.own?.text ?? ''}`).filter(({ length }) => length >= LEAST))
  return Array.from(sounds, (sound) => soundKey(birthYearOf(birth), sound))
}

/** How each word of a name may sound; Mohammad is written before a name or not, and says nothing beside others. */
export function soundsTyped(words: readonly string[]): readonly (readonly string[])[] {
  const sounds = words.map(fold).filter(({ length }) => length >= LEAST)
  const own = sounds.filter((sound) => sound !== honour)
  return (own.length > 0 ? own : sounds).map((sound) => [...new Set([sound, ...lipTwins(sound)])])
}

/** The years in which somebody of an age as told may have been born, the likeliest first: the older, the rounder the age. */
export function yearsAround(age: number, today: string): readonly number[] {
  const [year, span] = [Number(today.slice(0, 4)) - age, Math.max(2, Math.round(age / 15))]
  return [year, ...Array.from({ length: span }, (_, at) => [year - at - 1, year + at + 1]).flat()]
}
