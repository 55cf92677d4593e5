import { z } from 'zod'

import { ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import { exactShape } from '../../domain/wire/exact-shape.ts'
import { Mutation } from '../../domain/wire/sync.ts'
import type { PushRequest } from '../../domain/wire/sync.ts'
import { readKnown } from '../record/tolerant.ts'

type Said = PushRequest['mutations'][number]

/** One entry of a push: as it came, and what this version reads in it. */
export interface ReadEntry {
  readonly n: number
  readonly id: string
  readonly said: Said
  readonly read: Result<Mutation, string>
}

const isExact = exactShape(Mutation)
const asMutation = (said: unknown): said is Mutation => isExact(said)

export const readEntry = (said: Said): ReadEntry => ({
  n: said.n,
  id: said.id,
  said,
  read: asMutation(said) ? ok(said) : readKnown(Mutation, said),
})

/** Anything with fields. A schema that is made anew costs more than all that is read with it. */
export const Whole = z.looseObject({})
