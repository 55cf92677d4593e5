import { fail, ok } from '../result.ts'
import type { Result } from '../result.ts'
import { gs1Date } from './gs1-date.ts'
import { gtinOf, hasCheckDigit } from './gtin.ts'

/** What the code on a pack says; null is not said. */
export interface PackCode {
  /** Fourteen digits. */
  readonly gtin: string | null
  /** The GTIN of what a carton holds, and how many of them. */
  readonly content: string | null
  readonly count: number | null
  readonly lot: string | null
  readonly serial: string | null
  /** The last day it may be used: AI 17, or AI 15 where there is no 17. */
  readonly expiry: string | null
  readonly made: string | null
}

/** `not-gs1`: the text does not claim to be one; the others are codes that came broken. */
export type Gs1Fault =
  | 'not-gs1'
  | 'too-long'
  | 'cut-off'
  | 'wrong-check-digit'
  | 'wrong-date'
  | 'wrong-letter'
  | 'unknown-field'
  | 'says-two-things'

/** Longer than any symbol on a pack of medicine; a GS1-128 holds 48 letters. */
const LONGEST = 512
/** FNC1 as scanners send it, and the picture of it that stands for it in here. */
const FNC1 = '\u001d'
const SEPARATOR = '\u241d'
const separators = /^\u241d+/

/** How one field looks: digits of a set length, or up to so many letters that a separator ends. */
type Form = { readonly digits: number } | { readonly upTo: number; readonly numeric: boolean }

/**
 * Fields that are used here, and every other of a set length so that it can be stepped over. GS1 General Specifications,
 * section 3 (formats) and figure 7.8.5-2 (element strings that no separator ends).
 */
const fixed: Readonly<Record<string, number>> = {
  '00': 18,
  '01': 14,
  '02': 14,
  '03': 14,
  '11': 6,
  '12': 6,
  '13': 6,
  '15': 6,
  '16': 6,
  '17': 6,
  '20': 2,
}

const company = ['91', '92', '93', '94', '95', '96', '97', '98', '99']

const open: Readonly<Record<string, { readonly upTo: number; readonly numeric: boolean }>> = {
  '10': { upTo: 20, numeric: false },
  '21': { upTo: 20, numeric: false },
  '30': { upTo: 8, numeric: true },
  '37': { upTo: 8, numeric: true },
  '90': { upTo: 30, numeric: false },
  ...Object.fromEntries(company.map((ai) => [ai, { upTo: 90, numeric: false }])),
  // Numbers that health systems give, and variants: read over.
  '22': { upTo: 20, numeric: false },
  '240': { upTo: 30, numeric: false },
  '241': { upTo: 30, numeric: false },
  '710': { upTo: 20, numeric: false },
  '711': { upTo: 20, numeric: false },
  '712': { upTo: 20, numeric: false },
  '713': { upTo: 20, numeric: false },
  '714': { upTo: 20, numeric: false },
  '715': { upTo: 20, numeric: false },
}

function formOf(ai: string): Form | null {
  const digits = fixed[ai]
  return digits === undefined ? (open[ai] ?? null) : { digits }
}

/** GS1 AI encodable character set 82 (General Specifications, figure 7.11-1). */
const LETTERS = /^[!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]+$/

/** The AIM identifiers of codes that hold element strings: GS1-128, DataMatrix, DataBar, QR, and composite. */
const AIM = /^\](?:C1|d2|e0|Q3|J1)/
/** Those of bare article numbers: EAN, UPC and ITF-14. */
const AIM_ARTICLE = /^\](?:E[0-4]|I[01])/

type Field = readonly [ai: string, value: string]

/**
 * Reads what a scanner sends of the code on a pack: a GS1 element string, with or without the AIM identifier before it
 * and FNC1 as 0x1D; the same as printed under a code, `(01)…(17)…`; or a GTIN alone. `today` settles the century.
 */
export function readGs1(scanned: string, today: string): Result<PackCode, Gs1Fault> {
  const text = scanned.trim().replaceAll(FNC1, SEPARATOR)
  if (text.length > LONGEST) return fail('too-long')
  if (AIM_ARTICLE.test(text) || /^\d{8}$|^\d{12,14}$/.test(text)) return article(text.replace(AIM_ARTICLE, ''))
  const claims = AIM.test(text) || text.includes(SEPARATOR)
  const body = text.replace(AIM, '').replace(separators, '')
  if (!claims && !isPrinted(body) && !/^(?:1[1-7]\d{6})*0[12]\d{14}/.test(body)) return fail('not-gs1')
  const fields = body.startsWith('(') ? printedFields(body) : sentFields(body)
  return fields.ok ? codeOf(fields.value, today) : fields
}

function article(digits: string): Result<PackCode, Gs1Fault> {
  const gtin = gtinOf(digits)
  return gtin === null ? fail('wrong-check-digit') : ok({ ...nothing, gtin })
}

const nothing: PackCode = { gtin: null, content: null, count: null, lot: null, serial: null, expiry: null, made: null }

/** Bracketed fields of which one is a GTIN, wherever it stands among them. */
const isPrinted = (text: string): boolean => /^\(\d{2,4}\)/.test(text) && /\(0[12]\)\s*\d/.test(text)

/** The fields of a text in which brackets mark them: `(01)08901234567894(17)270131(10)AB12`. A lot may hold others: `AB(1)`. */
function printedFields(text: string): Result<readonly Field[], Gs1Fault> {
  const fields = text
    .split(/(?=\(\d{2,4}\))/)
    .map((field): Field => [
      field.slice(1, field.indexOf(')')),
      field.slice(field.indexOf(')') + 1).replaceAll(/[\s\u241d]/g, ''),
    ])
  for (const field of fields) {
    const fault = fieldFault(field)
    if (fault !== null) return fail(fault)
  }
  return ok(fields)
}

function sentFields(text: string): Result<readonly Field[], Gs1Fault> {
  const fields: Field[] = []
  let rest = text
  while (rest !== '') {
    const ai = [2, 3].map((length) => rest.slice(0, length)).find((known) => formOf(known) !== null)
    const form = ai === undefined ? null : formOf(ai)
    if (ai === undefined || form === null) return fail('unknown-field')
    const after = rest.slice(ai.length)
    const end = 'digits' in form ? form.digits : separatorIn(after)
    const field: Field = [ai, after.slice(0, end)]
    const fault = fieldFault(field)
    if (fault !== null) return fail(fault)
    fields.push(field)
    rest = after.slice(end).replace(separators, '')
  }
  return ok(fields)
}

function separatorIn(text: string): number {
  const at = text.indexOf(SEPARATOR)
  return at === -1 ? text.length : at
}

function fieldFault([ai, value]: Field): Gs1Fault | null {
  const form = formOf(ai)
  if (form === null) return 'unknown-field'
  if (value === '') return 'cut-off'
  if ('digits' in form) {
    if (!/^\d*$/.test(value)) return 'wrong-letter'
    return value.length === form.digits ? null : 'cut-off'
  }
  if (form.numeric ? !/^\d+$/.test(value) : !LETTERS.test(value)) return 'wrong-letter'
  return value.length > form.upTo ? 'too-long' : null
}

function codeOf(fields: readonly Field[], today: string): Result<PackCode, Gs1Fault> {
  const said = new Map<string, string>()
  for (const [ai, value] of fields) {
    const before = said.get(ai)
    if (before !== undefined && before !== value) return fail('says-two-things')
    said.set(ai, value)
  }
  const [gtin, content] = [said.get('01') ?? null, said.get('02') ?? null]
  if ([gtin, content].some((number) => number !== null && !hasCheckDigit(number))) return fail('wrong-check-digit')
  if (gtin === null && content === null) return fail('cut-off')
  const dates = ['11', '15', '17'].map((ai) => {
    const date = said.get(ai)
    return date === undefined ? null : (gs1Date(date, today) ?? 'wrong')
  })
  const [made = null, best = null, expiry = null] = dates
  if (made === 'wrong' || best === 'wrong' || expiry === 'wrong') return fail('wrong-date')
  const count = said.get('37') ?? said.get('30')
  return ok({
    gtin,
    content,
    count: count === undefined ? null : Number(count),
    lot: said.get('10') ?? null,
    serial: said.get('21') ?? null,
    expiry: expiry ?? best,
    made,
  })
}
