import type { ScanAnswer } from '../../../contract/shell.ts'
import type { Language, OwnScript } from '../../../domain/language.ts'
import type { PersonGroup } from '../../../domain/person/person-change.ts'
import { ADULT_YEARS, AbhaNumber, Address, Phone, ageOn } from '../../../domain/person/person.ts'
import type { District, Evidence, Guardian, OwnName, PersonDraft, Sex } from '../../../domain/person/person.ts'
import { latinDigits } from '../../../domain/latin-digits.ts'
import { readBirth } from './birth-text.ts'
import type { BirthProblem } from './birth-text.ts'

/** The form as typed; nothing in it is lost by being wrong. */
export interface DraftText {
  readonly latin: string
  readonly own: string
  readonly sex: Sex | null
  readonly birth: string
  readonly phone: string
  readonly relation: Guardian['relation']
  readonly guardian: string
  readonly house: string
  readonly locality: string
  readonly district: District | null
  readonly pin: string
  readonly ward: string
  /** Fourteen digits, however they are parted. */
  readonly abha: string
  /** Groups of boxes that were copied from a paper; the others were told. */
  readonly seen: readonly PersonGroup[]
  /** A child's guardian has no phone, and said so. */
  readonly noPhone: boolean
  readonly language: Language
  readonly department: string | null
}

export type Problem =
  | 'name-empty'
  | 'name-not-latin'
  | 'own-script'
  | 'sex-empty'
  | `birth-${BirthProblem}`
  | 'phone-short'
  | 'phone-start'
  | 'pin-outside'
  | 'abha-short'
  | 'guardian-empty'
  | 'guardian-phone'

export type DraftField = 'latin' | 'own' | 'sex' | 'birth' | 'phone' | 'pin' | 'abha' | 'guardian'
/** Every box that can be wrong, in the order of the form. */
export const checkedFields: readonly DraftField[] = ['latin', 'own', 'sex', 'birth', 'phone', 'guardian', 'pin', 'abha']
export type Problems = Readonly<Partial<Record<DraftField, Problem>>>

export const emptyDraft = (language: Language): DraftText => ({
  latin: '',
  own: '',
  sex: null,
  birth: '',
  phone: '',
  relation: 'father',
  guardian: '',
  house: '',
  locality: '',
  district: null,
  pin: '',
  ward: '',
  abha: '',
  seen: [],
  noPhone: false,
  language,
  department: null,
})

const scripts: Readonly<Record<OwnScript, RegExp>> = {
  Deva: /^[\p{Script=Devanagari}\p{Script=Common}\p{Script=Inherited}]+$/u,
  Guru: /^[\p{Script=Gurmukhi}\p{Script=Common}\p{Script=Inherited}]+$/u,
  Arab: /^[\p{Script=Arabic}\p{Script=Common}\p{Script=Inherited}]+$/u,
}
const LATIN = /^[\p{Script=Latin}\p{Script=Inherited} .'’-]+$/u

/** The one script a name is written in, or null when it is none of the three or mixes them. */
export function scriptOf(text: string): OwnScript | null {
  if (scripts.Deva.test(text) && /\p{L}/u.test(text)) return 'Deva'
  if (scripts.Guru.test(text) && /\p{L}/u.test(text)) return 'Guru'
  return scripts.Arab.test(text) && /\p{L}/u.test(text) ? 'Arab' : null
}

/** A genuine card whose holder is not on this computer fills in what it names; its year of birth is no birthday. */
export function draftFromCard(scanned: ScanAnswer | null, language: Language): DraftText | null {
  if (scanned === null || scanned.person !== null || !('card' in scanned.card)) return null
  const { core } = scanned.card.card
  if (core === null) return null
  const birth = core.birthYear === null ? '' : String(core.birthYear)
  const { latin, own } = core.name
  const filled = { latin, own: own?.text ?? '', sex: core.sex === 'unknown' ? null : core.sex, birth }
  return { ...emptyDraft(language), ...filled, abha: core.abha ?? '' }
}

/** Words of a search become a name, its numbers an age or a phone; a name in its own script goes to its own box. */
export function draftFromSearch(query: string, language: Language): DraftText {
  const words = latinDigits(query).split(/\s+/).filter(Boolean)
  const phone = words.find((word) => Phone.safeParse(word).success) ?? ''
  const birth = words.find((word) => /^\d{1,3}$/.test(word)) ?? ''
  const name = words.filter((word) => !/\d/.test(word)).join(' ')
  const own = scriptOf(name) !== null
  const latin = name.replace(/(^|[\s-])\p{Ll}/gu, (start) => start.toUpperCase())
  return { ...emptyDraft(language), latin: own ? '' : latin, own: own ? name : '', birth, phone }
}

const phoneDigits = (text: string): string =>
  latinDigits(text)
    .replace(/[^0-9+]/g, '')
    .replace(/^(\+91|0)(?=[0-9]{10}$)/, '')

function nameProblem(latin: string): Problem | null {
  if (latin.trim() === '') return 'name-empty'
  return LATIN.test(latin.trim()) ? null : 'name-not-latin'
}

function phoneProblem(text: string): Problem | null {
  const digits = phoneDigits(text)
  if (digits === '' || Phone.safeParse(digits).success) return null
  return digits.length === 10 ? 'phone-start' : 'phone-short'
}

function pinProblem(text: string): Problem | null {
  const pin = latinDigits(text).trim()
  return pin === '' || Address.shape.pin.safeParse(pin).success ? null : 'pin-outside'
}

const abhaDigits = (text: string): string => latinDigits(text).replace(/[\s-]/g, '')

function abhaProblem(text: string): Problem | null {
  const digits = abhaDigits(text)
  return digits === '' || AbhaNumber.safeParse(digits).success ? null : 'abha-short'
}

/** Whether somebody has to answer for this person; nobody can tell before the birth is read. */
export function isChild(text: Pick<DraftText, 'birth'>, today: string): boolean {
  const birth = readBirth(text.birth, today)
  return birth.ok && ageOn(birth.value.birth, today) < ADULT_YEARS
}

/** Every field that cannot be saved as it stands, with why. */
export function problemsOf(text: DraftText, today: string): Problems {
  const birth = readBirth(text.birth, today)
  const own = text.own.trim()
  const child = isChild(text, today)
  const noPhone = child && !text.noPhone && phoneDigits(text.phone) === '' ? 'guardian-phone' : null
  const found: Readonly<Record<DraftField, Problem | null>> = {
    latin: nameProblem(text.latin),
    own: own === '' || scriptOf(own) !== null ? null : 'own-script',
    sex: text.sex === null ? 'sex-empty' : null,
    birth: birth.ok ? null : `birth-${birth.problem}`,
    phone: phoneProblem(text.phone) ?? noPhone,
    guardian: child && text.guardian.trim() === '' ? 'guardian-empty' : null,
    pin: pinProblem(text.pin),
    abha: abhaProblem(text.abha),
  }
  return Object.fromEntries(Object.entries(found).filter(([, problem]) => problem !== null))
}

function ownName(text: string): OwnName | null {
  const own = text.trim()
  const script = scriptOf(own)
  return script === null ? null : { script, text: own }
}

/** A child's phone is its guardian's. */
function guardianOf({ relation, guardian }: DraftText, phone: string | null): Guardian | null {
  const name = guardian.trim()
  if (name === '') return null
  return { relation, name, ...(phone === null ? {} : { phone }) }
}

/** The draft as far as it can be read; null until there are a name and an age to look for. */
export function readDraft(text: DraftText, today: string, evidence: Evidence | null = null): PersonDraft | null {
  const birth = readBirth(text.birth, today)
  if (!birth.ok || nameProblem(text.latin) !== null) return null
  const phone = phoneDigits(text.phone)
  const pin = latinDigits(text.pin).trim()
  const own = phone !== '' && phoneProblem(phone) === null ? phone : null
  return {
    name: { latin: text.latin.trim().replace(/\s+/g, ' '), own: ownName(text.own) },
    sex: text.sex ?? 'unknown',
    birth: birth.value.birth,
    phone: own,
    address: {
      house: text.house.trim(),
      locality: text.locality.trim(),
      ...(text.ward.trim() === '' ? {} : { ward: text.ward.trim() }),
      district: text.district,
      pin: pin !== '' && pinProblem(pin) === null ? pin : null,
    },
    guardian: guardianOf(text, isChild(text, today) ? own : null),
    language: text.language,
    abha: abhaProblem(text.abha) === null && text.abha.trim() !== '' ? abhaDigits(text.abha) : null,
    bloodGroup: null,
    evidence,
  }
}

/** The boxes that are typed into, in the order of the form. */
export const countedFields = [
  'latin',
  'own',
  'sex',
  'birth',
  'phone',
  'guardian',
  'house',
  'locality',
  'district',
  'pin',
] as const

/** How far the form is: filled boxes of all boxes. */
export function progressOf(text: DraftText): { readonly filled: number; readonly all: number } {
  const filled = countedFields.filter((name) => text[name] !== null && text[name] !== '').length
  return { filled, all: countedFields.length }
}
