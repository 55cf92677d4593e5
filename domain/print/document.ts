import { z } from 'zod'

import { CardRecord } from '../card/card-record.ts'
import { reportNumbers } from '../hospital/day-count.ts'
import { DifferenceKind } from '../hospital/day-statement.ts'
import { Department, Facility } from '../hospital/facility.ts'
import { Operator } from '../hospital/operator.ts'
import { Priority } from '../hospital/visit-event.ts'
import { Language } from '../language.ts'
import { Medicine } from '../pharmacy/medicine.ts'
import { Dose } from '../pharmacy/prescription.ts'
import { AbhaNumber, Address, BloodGroup, PersonName, Sex } from '../person/person.ts'

const copy = {
  /** 1 is the original; every later one is marked DUPLICATE in the person's language and in English. */
  copy: z.int().min(1),
}

/** The 80 mm queue slip. It names nobody: initials, age and sex only. */
export const TokenSlip = z.strictObject({
  kind: z.literal('token-slip'),
  language: Language,
  facility: Facility,
  department: Department,
  /** `M 148` */
  token: z.string(),
  /** `G. K.` */
  initials: z.string(),
  age: z.int(),
  sex: Sex,
  /** Local wall-clock times `HH:MM` between which the turn is expected, or null when nothing is known. */
  expected: z.strictObject({ from: z.string(), to: z.string(), before: z.int() }).nullable(),
  /** Why they are seen before others, in the words of `visit.priority`. */
  priority: Priority.default('none'),
  /** Who was asked for, by name. */
  doctor: z.string().nullable().default(null),
  /** Local date and time, `YYYY-MM-DDTHH:MM`. */
  printedAt: z.string(),
  counter: z.string(),
  /** Text of the visit QR. */
  code: z.string(),
  ...copy,
})
export type TokenSlip = z.infer<typeof TokenSlip>

/** The 50 × 38 mm label that goes on a medicine. */
export const MedicineLabel = z.strictObject({
  kind: z.literal('medicine-label'),
  language: Language,
  facility: Facility,
  medicine: Medicine,
  dose: Dose,
  days: z.int(),
  quantity: z.int(),
  lot: z.string(),
  expiry: z.iso.date(),
  personName: PersonName,
  printedAt: z.string(),
  ...copy,
})
export type MedicineLabel = z.infer<typeof MedicineLabel>

/** The 80 mm slip that says what the pharmacy still owes. */
export const OwedSlip = z.strictObject({
  kind: z.literal('owed-slip'),
  language: Language,
  facility: Facility,
  personName: PersonName,
  lines: z.array(
    z.strictObject({
      medicine: Medicine,
      given: z.int(),
      owed: z.int(),
      /** Where else it stands in this hospital, in the person's language. */
      elsewhere: z
        .array(z.strictObject({ store: z.string(), units: z.int().min(1) }))
        .max(3)
        .optional(),
    }),
  ),
  /** As of when that is known, as `printedAt` is written; absent where nothing is said of it. */
  stockAsOf: z.string().optional(),
  printedAt: z.string(),
  counter: z.string(),
  ...copy,
})
export type OwedSlip = z.infer<typeof OwedSlip>

/** The 80 mm list of schemes that a person takes home; all texts are in their language. */
export const SchemeList = z.strictObject({
  kind: z.literal('scheme-list'),
  language: Language,
  facility: Facility,
  personName: PersonName,
  yes: z.array(z.strictObject({ name: z.string(), benefit: z.string() })).max(60),
  /** What would settle each: one sentence for each paper. */
  perhaps: z.array(z.strictObject({ name: z.string(), bring: z.array(z.string()).max(12) })).max(60),
  /** Which edition said so, of which day, and who signed it. */
  rules: z.strictObject({ version: z.int(), day: z.iso.date(), issuer: z.string() }),
  printedAt: z.string(),
  counter: z.string(),
  ...copy,
})
export type SchemeList = z.infer<typeof SchemeList>

/** The small paper that a member of staff carries: who they are, and the code that opens a terminal together with their PIN. */
export const StaffBadge = z.strictObject({
  kind: z.literal('staff-badge'),
  language: Language,
  facility: Facility,
  name: z.string(),
  roles: Operator.shape.roles,
  printedAt: z.string(),
  counter: z.string(),
  /** Text of the badge's QR. */
  code: z.string(),
  ...copy,
})
export type StaffBadge = z.infer<typeof StaffBadge>

/** The 80 mm strip that goes into a wristband: for babies, and for people who cannot say who they are. */
export const Wristband = z.strictObject({
  kind: z.literal('wristband'),
  language: Language,
  facility: Facility,
  name: PersonName,
  age: z.int().min(0),
  sex: Sex,
  /** Null where only an age is known. */
  born: z.iso.date().nullable(),
  /** Age and sex are as somebody looked. */
  guessed: z.boolean(),
  /** By name, on a baby's. */
  mother: z.string().nullable(),
  printedAt: z.string(),
  counter: z.string(),
  /** Text of its QR. */
  code: z.string(),
  ...copy,
})
export type Wristband = z.infer<typeof Wristband>

/** What papers about a card draw on. */
const card = {
  language: Language,
  facility: Facility,
  name: PersonName,
  sex: Sex,
  /** `1991-04-06`, or the year alone when only an age is known. */
  born: z.string(),
  guardian: z.strictObject({ relation: z.string(), name: z.string() }).nullable(),
  /** Short code for typing, as `domain/card` makes it: `R3XK-71TB-8`. */
  shortCode: z.string(),
  issued: z.iso.date(),
  expires: z.iso.date(),
  term: CardRecord.shape.term,
  /** Null when it is not known, or the person does not want it on the face of a card. */
  bloodGroup: BloodGroup.nullable().default(null),
  abha: AbhaNumber.nullable().default(null),
  /** Text of the signed QR. */
  code: z.string(),
  ...copy,
}

/** What only the large card tells, and only when the person agrees. */
const detail = {
  address: Address.nullable().default(null),
  /** In the words of whoever told them; none is "none known", null is not to be printed. */
  allergies: z.array(z.string().trim().min(1).max(60)).max(12).nullable().default(null),
}

/** The CR80 e-health card, front and back. */
export const CardPaper = z.strictObject({ kind: z.literal('card'), ...card })
export type CardPaper = z.infer<typeof CardPaper>

/** The same card on A5, with detail. */
export const LargeCard = z.strictObject({ kind: z.literal('large-card'), ...card, ...detail })
export type LargeCard = z.infer<typeof LargeCard>

/** Ten stickers for files and medicine boxes. Others see them, so they carry initials and no more. */
export const StickerSheet = z.strictObject({
  kind: z.literal('sticker-sheet'),
  language: Language,
  /** `G. K.` */
  initials: z.string(),
  shortCode: z.string(),
  issued: z.iso.date(),
  code: z.string(),
  ...copy,
})
export type StickerSheet = z.infer<typeof StickerSheet>

/** The letter that a card comes with by post. */
export const CardLetter = z.strictObject({
  kind: z.literal('card-letter'),
  language: Language,
  facility: Facility,
  name: PersonName,
  guardian: card.guardian,
  address: Address,
  shortCode: z.string(),
  issued: z.iso.date(),
  expires: z.iso.date(),
  term: CardRecord.shape.term,
  ...copy,
})
export type CardLetter = z.infer<typeof CardLetter>

/** One line of a batch: all that any of its papers may need. */
export const CardOrder = z.strictObject({
  kind: z.literal('card'),
  ...card,
  ...detail,
  /** Text of the same card without the person's name, for stickers; null when `code` has none. */
  plainCode: z.string().nullable().default(null),
})
export type CardOrder = z.infer<typeof CardOrder>

/** What a desk did, in numbers: of one shift or of a whole day, signed or not. */
const report = {
  language: Language,
  facility: Facility,
  /** As it stands over the counter. */
  counter: z.string(),
  day: z.iso.date(),
  what: z.enum(['shift', 'day']),
  /** Local wall-clock times `HH:MM`. */
  from: z.string(),
  to: z.string(),
  clerk: z.string(),
  lines: z.array(z.strictObject({ number: z.enum(reportNumbers), count: z.int().min(0) })),
  differences: z.array(
    z.strictObject({
      kind: DifferenceKind,
      name: z.string(),
      paper: z.enum(['none', 'spoiled', 'open']).nullable(),
      /** Null where nobody has said why. */
      explained: z.string().nullable(),
    }),
  ),
  /** Null before somebody answered for it; `mark` begins the hash that the desk's log had then. */
  signed: z.strictObject({ name: z.string(), at: z.string(), mark: z.string() }).nullable(),
  note: z.string(),
  printedAt: z.string(),
  ...copy,
}

/** The report on the 80 mm roll. */
export const ShiftReport = z.strictObject({ kind: z.literal('shift-report'), ...report })
export type ShiftReport = z.infer<typeof ShiftReport>

/** The same on A4. */
export const ShiftPage = z.strictObject({ kind: z.literal('shift-page'), ...report })
export type ShiftPage = z.infer<typeof ShiftPage>

/** The 80 mm slip of a stock paper, for whoever signs for what came or went. */
export const StockSlip = z.strictObject({
  kind: z.literal('stock-slip'),
  language: Language,
  facility: Facility,
  what: z.enum(['received', 'sent', 'arrived', 'counted', 'returned', 'destroyed']),
  /** By name; empty where it is nobody's. */
  from: z.string(),
  to: z.string(),
  reference: z.string(),
  lines: z.array(
    z.strictObject({
      medicine: z.string(),
      lot: z.string(),
      expiry: z.iso.date().nullable(),
      expected: z.int().nullable(),
      found: z.int(),
      damaged: z.int(),
    }),
  ),
  /** Who did it, and the second person. */
  by: z.array(z.string()).min(1).max(2),
  /** When it was done, as `printedAt` is written. */
  at: z.string(),
  printedAt: z.string(),
  counter: z.string(),
  ...copy,
})
export type StockSlip = z.infer<typeof StockSlip>

/** Everything that comes out of a printer. */
export const PrintDocument = z.discriminatedUnion('kind', [
  TokenSlip,
  Wristband,
  MedicineLabel,
  OwedSlip,
  StockSlip,
  SchemeList,
  StaffBadge,
  CardPaper,
  LargeCard,
  StickerSheet,
  CardLetter,
  ShiftReport,
  ShiftPage,
])
export type PrintDocument = z.infer<typeof PrintDocument>

/** What is drawn as PDF; the rest is drawn in dots. */
export type PdfDocument = CardPaper | LargeCard | StickerSheet | CardLetter | ShiftPage

export const PrinterKind = z.enum(['ticket', 'label', 'card', 'page'])
export type PrinterKind = z.infer<typeof PrinterKind>

/** Which printer of a terminal a document goes to. */
export const printerFor: Readonly<Record<PrintDocument['kind'], PrinterKind>> = {
  'token-slip': 'ticket',
  'owed-slip': 'ticket',
  'stock-slip': 'ticket',
  'scheme-list': 'ticket',
  wristband: 'ticket',
  'staff-badge': 'ticket',
  'medicine-label': 'label',
  card: 'card',
  'large-card': 'page',
  'sticker-sheet': 'page',
  'card-letter': 'page',
  'shift-report': 'ticket',
  'shift-page': 'page',
}

export const isPdf = (document: PrintDocument): document is PdfDocument =>
  document.kind === 'card' || printerFor[document.kind] === 'page'
