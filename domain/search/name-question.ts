import type { Sought } from './person-rank.ts'
import { soundsTyped } from './sound-key.ts'

/**
 * Whether a server may be asked for somebody by name. Never without an age, or anybody could list a city by its names; by
 * itself (`ask`) with a place or the end of a phone too, and else when a clerk wants it so (`press`).
 */
export function nameQuestion({ words, age, place, phoneEnd }: Sought): 'no' | 'press' | 'ask' {
  if (age === null || soundsTyped(words).length === 0) return 'no'
  return place === null && phoneEnd === null ? 'press' : 'ask'
}
