import { directionOf, type Language } from '../../../domain/language.ts'
import type { Families } from './fonts.ts'
import { ruler, type Ruler } from './ruler.ts'

/** Looks a message up in the catalogues. */
export type PaperText = (language: Language, id: string, values?: Readonly<Record<string, string | number>>) => string

/** A QR as square modules, row by row; anything truthy is dark. What `qrcode`'s `create(text).modules` is. */
export type QrMatrix = { readonly size: number; readonly data: ArrayLike<number | boolean> }

export type TicketDeps = {
  readonly fonts: Families
  readonly text: PaperText
  readonly qr: (text: string) => QrMatrix
}

/** What every part of one paper needs to measure and place itself. Lengths are dots. */
export type Sheet = {
  readonly ruler: Ruler
  readonly fonts: Families
  readonly qr: (text: string) => QrMatrix
  readonly language: Language
  /** The language of the smaller line beside the person's own: English, or Hindi where that is already English. */
  readonly second: Language
  readonly direction: 'ltr' | 'rtl'
  /** Dots in a millimetre of the design. */
  readonly mm: number
  /** The smallest Latin type that is read without a glass, in dots: nothing is set smaller to save room. */
  readonly least: number
  /** Lines stand as close as their ink allows: for labels, where room is short. */
  readonly tight: boolean
  readonly say: (id: string, values?: Readonly<Record<string, string | number>>) => string
  readonly saySecond: (id: string, values?: Readonly<Record<string, string | number>>) => string
}

/** Five points, in millimetres. */
const smallestType = 1.76

export function sheetFor(language: Language, deps: TicketDeps, mm: number, tight: boolean): Sheet {
  const second: Language = language === 'en' ? 'hi' : 'en'
  return {
    ruler: ruler(),
    fonts: deps.fonts,
    qr: deps.qr,
    language,
    second,
    direction: directionOf(language),
    mm,
    least: smallestType * mm,
    tight,
    say: (id, values) => deps.text(language, id, values),
    saySecond: (id, values) => deps.text(second, id, values),
  }
}

/** Keeps a number with its unit when a line breaks. */
export const unbroken = (piece: string): string => piece.replaceAll(' ', '\u00a0')

/** Keeps a Latin or numeric piece together and left to right inside a line of any direction. */
export const isolated = (piece: string | number): string => `\u2068${piece}\u2069`
