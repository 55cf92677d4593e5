import type { Wrapping } from '../key/key-file.ts'
import type { HimsWorld } from '../world.ts'

/** What issuing needs of the world: a clock, randomness, and the key file that opens private keys. */
export interface IssuerWorld extends Pick<HimsWorld, 'now' | 'random'> {
  readonly secrets: Wrapping
}
