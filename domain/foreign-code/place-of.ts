import { districts } from '../person/person.ts'
import type { Address, District } from '../person/person.ts'
import { clean, joined } from './clean.ts'

/** An address as codes write it, from the door outwards. */
export interface SaidPlace {
  readonly house: readonly string[]
  readonly locality: readonly string[]
  readonly district: string
  readonly state: string
  readonly pin: string
}

/** Outside Delhi there is no district to choose: its name stays in the text. */
export function placeOf({ house, locality, district, state, pin }: SaidPlace): Address {
  const inDelhi = /\bdelhi\b|दिल्ली|ਦਿੱਲੀ|دہلی/iu.test(state) || (state.trim() === '' && /^11\d{4}$/.test(pin))
  const known = inDelhi ? districtOf(district) : null
  const fits = /^11\d{4}$/.test(pin)
  const rest = inDelhi
    ? [...locality, ...(known === null ? [district] : [])]
    : [...locality, district, state, ...(fits ? [] : [pin])]
  return { house: joined(house, 120), locality: joined(rest, 80), district: known, pin: fits ? pin : null }
}

/** `North East`, `North-East Delhi`, `NORTH EAST DISTRICT`; in New and Old Delhi the second word belongs to the name. */
function districtOf(text: string): District | null {
  const words = clean(text)
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .replace(/\bdistrict\b/g, '')
    .trim()
  const slug = (/^(new|old) delhi$/.test(words) ? words : words.replace(/\bdelhi\b/g, '').trim()).replace(/\s+/g, '-')
  return districts.find((known) => known === slug || known.replace('-', '') === slug) ?? null
}
