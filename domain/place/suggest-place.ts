import { District } from '../person/person.ts'
import { foldName, foldStart } from '../search/fold.ts'
import { normalise } from '../search/normalise.ts'
import { localities } from './locality.ts'

/** A place as it was written down here before, and how often. */
export interface UsedPlace {
  readonly locality: string
  readonly ward: string
  readonly district: string
  readonly pin: string
  readonly times: number
}

export interface PlaceSuggestion {
  readonly locality: string
  readonly ward: string | null
  readonly district: District | null
  readonly pin: string | null
  /** It was written down at this desk before. */
  readonly used: boolean
}

const MOST = 6
/** How well a place fits that only sounds like what is typed. */
const SOUNDS = 2

const table: readonly UsedPlace[] = localities.map(({ name, district, pin }) => ({
  locality: name,
  ward: '',
  district,
  pin,
  times: 0,
}))

/**
 * Colonies that begin like what is typed, in any script or by pin code: those this desk uses most come first, then those of
 * the table. With nothing typed, the most usual ones.
 */
export function suggestPlaces(typed: string, used: readonly UsedPlace[]): readonly PlaceSuggestion[] {
  const fits = fitOf(typed)
  const seen = new Set<string>()
  const fitting = [...used, ...(normalise(typed) === '' ? [] : table)]
    .map((place) => ({ place, fit: fits(place) }))
    .filter(({ fit }) => fit > 0)
  // What only sounds alike is of use where nothing is written so.
  const written = fitting.some(({ fit }) => fit > SOUNDS)
  return fitting
    .filter(({ fit }) => !written || fit > SOUNDS)
    .toSorted((one, other) => other.fit - one.fit || other.place.times - one.place.times)
    .map(({ place }) => place)
    .filter(({ locality, ward }) => {
      const key = `${normalise(locality)}\n${normalise(ward)}`
      return !seen.has(key) && seen.add(key) !== undefined
    })
    .slice(0, MOST)
    .map(suggestionOf)
}

function suggestionOf({ locality, ward, district, pin, times }: UsedPlace): PlaceSuggestion {
  const known = District.safeParse(district)
  return {
    locality,
    ward: ward === '' ? null : ward,
    district: known.success ? known.data : null,
    pin: pin === '' ? null : pin,
    used: times > 0,
  }
}

/** How well a place fits: its own beginning before that of a later word, letters before sounds. */
function fitOf(typed: string): (place: UsedPlace) => number {
  const plain = normalise(typed)
  if (plain === '') return () => 1
  if (/^\d{3,6}$/.test(plain)) return ({ pin }) => (pin.startsWith(plain) ? 1 : 0)
  const words = plain.split(' ').filter((word) => word !== '')
  return ({ locality, ward }) => {
    const name = normalise(`${locality} ${ward}`)
    if (name.startsWith(plain)) return 4
    const own = name.split(' ')
    if (words.every((word) => own.some((each) => each.startsWith(word)))) return 3
    const sounds = foldName(locality)
    const isHeard = (start: string) => start.length > 1 && sounds.some((sound) => sound.startsWith(start))
    // One name is two words in another script: Seelampur.
    const whole = foldStart(words.join(''))
    const asOne = whole.length > 2 && sounds.join('').startsWith(whole)
    return asOne || words.map(foldStart).every(isHeard) ? SOUNDS : 0
  }
}
