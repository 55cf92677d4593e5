import type { Handlers } from '../../contract/channel.ts'
import type { mergeChannels } from '../../contract/merge.ts'
import type { Bench } from './bench.ts'
import { comparePeople } from './merge-compare.ts'
import { correctPerson } from './merge-correct.ts'
import { linkPeople, separatePeople } from './merge-link.ts'
import { decideReview, openReviews } from './merge-review.ts'

/** Corrections, records that are one person, and what has to be decided. */
export const mergeHandlers = (bench: Bench): Handlers<typeof mergeChannels> => ({
  'person.correct': async (asked) => correctPerson(bench, asked),
  'person.compare': async ({ one, other }) => comparePeople(bench, one, other),
  'person.link': async (asked) => linkPeople(bench, asked),
  'person.unlink': async (asked) => separatePeople(bench, asked),
  'review.list': async () => openReviews(bench),
  'review.decide': async (asked) => decideReview(bench, asked),
})
