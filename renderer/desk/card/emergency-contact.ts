import type { CardWishes } from '../../../contract/desk.ts'
import type { MessageId, Values } from '../../../domain/text/catalogue.ts'

/** Why a number that was typed goes on no card. */
export interface ContactProblem {
  readonly id: MessageId
  readonly values?: Values
}

const DIGITS = 10

const digitsOf = (typed: string): string => typed.replaceAll(/[\s-]/g, '').replace(/^(?:\+91|0)(?=\d{10}$)/, '')

const isMobile = (digits: string): boolean => /^[6-9]\d{9}$/.test(digits)

/** What is wrong with a number as it stands; nothing with none, or with an Indian mobile number. */
export function contactProblem(typed: string): ContactProblem | null {
  const digits = digitsOf(typed)
  if (digits === '' || isMobile(digits)) return null
  return /^\d+$/.test(digits) && digits.length < DIGITS
    ? { id: 'cards.emergency.contact.short', values: { count: digits.length } }
    : { id: 'cards.emergency.contact.wrong' }
}

/** While so much is typed, nothing is wrong yet. */
export const isUnderWay = (typed: string): boolean => digitsOf(typed).length < DIGITS

/** The wishes with the number to call as a card bears it; null while what was typed is no number. */
export function readyWishes(wishes: CardWishes): CardWishes | null {
  const { told, ...plain } = wishes
  if (told === undefined || !wishes.emergency) return plain
  const typed = told.contact ?? ''
  if (contactProblem(typed) !== null) return null
  const digits = digitsOf(typed)
  return { ...plain, told: { ...told, contact: digits === '' ? null : digits } }
}
