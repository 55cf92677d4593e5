import type { Result } from '../../domain/result.ts'
import { Mutation } from '../../domain/wire/sync.ts'
import type { PushRequest } from '../../domain/wire/sync.ts'
import { readKnown } from '../record/tolerant.ts'

/** One entry of a push: as it came, and what this version reads in it. */
export interface ReadEntry {
  readonly n: number
  readonly id: string
  readonly said: PushRequest['mutations'][number]
  readonly read: Result<Mutation, string>
}

export const readEntry = (said: PushRequest['mutations'][number]): ReadEntry => ({
  n: said.n,
  id: said.id,
  said,
  read: readKnown(Mutation, said),
})
