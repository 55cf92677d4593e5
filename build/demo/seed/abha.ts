import type { PersonDraft } from '../../../domain/person/person.ts'
import type { Random } from './random.ts'

/** Six people in ten have an ABHA number. Invented ones begin with 00, so that none is taken for a real person's. */
export const someAbha = (random: Random): PersonDraft['abha'] =>
  random.chance(0.6) ? `00${String(random.between(1, 999_999_999_999)).padStart(12, '0')}` : null

/** Half of them know their blood group; the shares are about those of northern India. */
export const someBloodGroup = (random: Random): PersonDraft['bloodGroup'] =>
  random.chance(0.5)
    ? random.weighted([
        ['B+', 35],
        ['O+', 29],
        ['A+', 21],
        ['AB+', 9],
        ['B-', 2],
        ['O-', 2],
        ['A-', 1],
        ['AB-', 1],
      ])
    : null
