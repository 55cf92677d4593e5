import type { Language, OwnScript } from '../../../domain/language.ts'
import type { Community } from './name-table.ts'

/** The language a family is spoken to in, and the script its names are also written in. */
export type Speech = readonly [Language, OwnScript | null]

export const speechWeights: Readonly<Record<Community, readonly (readonly [Speech, number])[]>> = {
  hindu: [
    [['hi', 'Deva'], 82],
    [['hi', null], 8],
    [['en', 'Deva'], 6],
    [['en', null], 4],
  ],
  sikh: [
    [['pa', 'Guru'], 82],
    [['hi', 'Deva'], 12],
    [['en', null], 6],
  ],
  muslim: [
    [['ur', 'Arab'], 70],
    [['hi', 'Deva'], 22],
    [['ur', null], 5],
    [['en', 'Arab'], 3],
  ],
  christian: [
    [['en', null], 50],
    [['hi', 'Deva'], 50],
  ],
  northEast: [
    [['en', null], 60],
    [['hi', 'Deva'], 40],
  ],
  south: [
    [['en', null], 55],
    [['hi', 'Deva'], 45],
  ],
}
