import { z } from 'zod'

import { DayCounts, reportNumbers } from '../domain/hospital/day-count.ts'
import { DayStatement, DifferenceKind } from '../domain/hospital/day-statement.ts'
import { JobId, OperatorId, PersonId, TerminalId } from '../domain/id.ts'
import { Language } from '../domain/language.ts'
import { channel } from './channel.ts'
import { NotSaved } from './not-saved.ts'

/** A statement with the names of whoever made it. */
export const SaidOfDay = z.strictObject({ statement: DayStatement, by: z.string(), to: z.string().nullable() })
export type SaidOfDay = z.infer<typeof SaidOfDay>

export const DifferenceView = z.strictObject({
  kind: DifferenceKind,
  /** `M 148` */
  name: z.string().max(64),
  at: z.iso.datetime().nullable(),
  /** How far the paper of a token without one came. */
  paper: z.enum(['none', 'spoiled', 'open']).nullable(),
})
export type DifferenceView = z.infer<typeof DifferenceView>

/** A day whose end nobody has answered for: never, or not for what was done since it was signed. */
export const OpenDay = z.strictObject({ day: z.iso.date(), kind: z.enum(['never', 'since']) })
export type OpenDay = z.infer<typeof OpenDay>

const Staff = z.strictObject({ id: OperatorId, name: z.string() })

export const DayView = z.strictObject({
  day: z.iso.date(),
  isToday: z.boolean(),
  label: z.string(),
  counts: DayCounts,
  waiting: z.int().min(0),
  refused: z.int().min(0),
  emergency: z.int().min(0),
  differences: z.array(DifferenceView).max(500),
  standing: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('open'), reopened: SaidOfDay.nullable() }),
    /** `since`: deeds of this day that came after it. */
    z.strictObject({ kind: z.literal('signed'), said: SaidOfDay, since: z.int().min(0) }),
  ]),
  /** What was done since somebody took over, or since the day began. */
  shift: z.strictObject({ from: z.iso.datetime(), counts: DayCounts, takenFrom: z.string().nullable() }),
  /** All that was said of this day at this desk, the first one first. */
  said: z.array(SaidOfDay).max(50),
  /** What other terminals of the hospital gave out that day, as far as this one has heard. */
  others: z
    .array(
      z.strictObject({
        terminal: TerminalId,
        /** Null where nothing that came from it says. */
        label: z.string().nullable(),
        tokens: z.int().min(0),
        signed: SaidOfDay.nullable(),
      }),
    )
    .max(200),
  open: z.array(OpenDay).max(14),
  operator: OperatorId,
  /** Who may sign here. */
  supervisors: z.array(Staff),
  /** Who may take over here. */
  colleagues: z.array(Staff),
})
export type DayView = z.infer<typeof DayView>

/** Every number that opens its list. */
export const ListedNumber = z.enum(reportNumbers)
export type ListedNumber = z.infer<typeof ListedNumber>

export const DayLine = z.strictObject({
  label: z.string(),
  at: z.iso.datetime(),
  /** Who did it; null where the list does not know. */
  by: z.string().nullable(),
  person: z.strictObject({ id: PersonId, name: z.string() }).nullable(),
})
export type DayLine = z.infer<typeof DayLine>

const Pin = z.string().regex(/^\d{4,8}$/)
const Word = z.string().trim().max(200)
const Day = z.iso.date()

const notDone = [
  z.strictObject({ kind: z.literal('wrong'), triesLeft: z.int().min(0) }),
  z.strictObject({ kind: z.literal('wait'), until: z.iso.datetime() }),
  z.strictObject({ kind: z.literal('not-supervisor') }),
  /** It stands otherwise than the page shows it. */
  z.strictObject({ kind: z.literal('changed-meanwhile') }),
  z.strictObject({ kind: z.literal('unexplained'), count: z.int().min(1) }),
  NotSaved,
] as const

const DayAnswer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('said'), said: SaidOfDay }),
  ...notDone,
])
export type DayAnswer = z.infer<typeof DayAnswer>

export const dayChannels = {
  /** A day of this desk; null for today. */
  'day.open': channel(z.strictObject({ day: Day.nullable() }), DayView.nullable()),
  /** Days of late that nobody has answered for. */
  'day.unsigned': channel(z.strictObject({}), z.array(OpenDay).max(14)),
  'day.list': channel(
    z.strictObject({ day: Day, number: ListedNumber }),
    z.strictObject({ lines: z.array(DayLine).max(500), more: z.boolean() }),
  ),
  /** A supervisor answers for the day with their own PIN; every difference has a word of explanation. */
  'day.sign': channel(
    z.strictObject({
      day: Day,
      supervisor: OperatorId,
      pin: Pin,
      note: Word,
      explained: z
        .array(z.strictObject({ kind: DifferenceKind, name: z.string().max(64), explained: Word.min(1) }))
        .max(500),
    }),
    DayAnswer,
  ),
  /** A signed day goes on after all; the word names the statement it answers. */
  'day.reopen': channel(
    z.strictObject({ statement: z.uuid(), supervisor: OperatorId, pin: Pin, note: Word.min(1) }),
    DayAnswer,
  ),
  /** Another clerk goes on at this desk; with their PIN it is theirs. The day stays open. */
  'day.hand': channel(z.strictObject({ to: OperatorId, pin: Pin, note: Word }), DayAnswer),
  /** The shift's or the day's report, on the roll or on A4. */
  'day.print': channel(
    z.strictObject({
      day: Day,
      what: z.enum(['shift', 'day']),
      on: z.enum(['ticket', 'page']),
      language: Language,
    }),
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('printing'), job: JobId }),
      z.strictObject({ kind: z.literal('changed-meanwhile') }),
      NotSaved,
    ]),
  ),
} as const
