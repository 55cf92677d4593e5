import type { BatchView, batchChannels } from '../../../contract/batch.ts'
import type { Handlers } from '../../../contract/channel.ts'
import type { PersonHit } from '../../../contract/desk.ts'

const id = (n: number) => `01926c00-0000-7000-8000-${(0xf00 + n).toString(16).padStart(12, '0')}`

const head = {
  id: id(1),
  at: '2026-11-22T03:50:00.000Z',
  supervisor: 'Imran Qureshi',
  clerk: 'Sunita Devi',
  people: 64,
} as const

export const batchUnderWay: BatchView = {
  ...head,
  state: 'running',
  waiting: 22,
  ordered: 40,
  cancelled: 0,
  skipped: 2,
  leftOut: [
    { name: 'Salma Khatoon', why: 'has-permanent' },
    { name: 'Ramesh Verma', why: 'no-temporary' },
  ],
  twice: ['Gurpreet Kaur'],
  noBlanks: true,
  diskFull: false,
  lot: null,
  unprinted: 40,
  printed: 0,
  atPrinter: 0,
  stuck: 0,
}

/** A batch that waits for signed cards, and one of the week before. */
export const batchAnswers = (people: readonly PersonHit[]): Handlers<typeof batchChannels> => ({
  'batch.people': async () => ({
    people: people.map(({ person, age }, at) => ({
      person,
      age,
      shortCode: 'R3ZY-W093-N',
      expires: `2027-01-${String(10 + at)}`,
    })),
    more: true,
    left: 2,
  }),
  'batch.order': async () => ({ kind: 'ask-supervisor' }),
  'batch.open': async () => ({
    batch: batchUnderWay,
    others: [{ ...head, id: id(2), at: '2026-11-15T03:50:00.000Z', state: 'done', people: 31 }],
  }),
  'batch.step': async () => ({ kind: 'noted' }),
})
