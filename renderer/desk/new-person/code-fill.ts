import { evidenceOf } from '../../../domain/foreign-code/foreign-identity.ts'
import type { ForeignIdentity } from '../../../domain/foreign-code/foreign-identity.ts'
import type { Birth, Evidence } from '../../../domain/person/person.ts'
import { latinDigits } from '../../../domain/latin-digits.ts'
import { countedFields } from './draft.ts'
import type { DraftText } from './draft.ts'

/** The boxes that a code may fill; a relative's name brings how they are related. */
export const codeFields = [...countedFields, 'abha'] as const
export type CodeField = (typeof codeFields)[number]

/** What a code says, as the form would hold it; only what it says at all. */
export type Says = Readonly<Partial<Pick<DraftText, CodeField | 'relation'>>>

/** One code that was read into a form. */
export interface CodeFill {
  readonly identity: ForeignIdentity
  readonly says: Says
  /** The form as it was. */
  readonly before: DraftText
  /** Another name stood in the form, so the code filled nothing by itself. */
  readonly otherName: boolean
}

const birthText = (birth: Birth): string =>
  birth.kind === 'date' ? birth.on.split('-').toReversed().join('/') : String(birth.years)

export function saysOf({ facts }: ForeignIdentity): Says {
  const { latin, own, sex, birth, phone, guardian, house, locality, district, pin, abha } = facts
  return {
    ...(latin === '' ? {} : { latin }),
    ...(own === null ? {} : { own: own.text }),
    ...(sex === null ? {} : { sex }),
    ...(birth === null ? {} : { birth: birthText(birth) }),
    ...(phone === null ? {} : { phone }),
    ...(guardian === null ? {} : { guardian: guardian.name, relation: guardian.relation }),
    ...(house === '' ? {} : { house }),
    ...(locality === '' ? {} : { locality }),
    ...(district === null ? {} : { district }),
    ...(pin === null ? {} : { pin }),
    ...(abha === null ? {} : { abha }),
  }
}

/** Two ways of writing one date are one date; an age is none. */
function birthKey(text: string): string {
  const parts = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})$/.exec(text) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(text)
  return parts === null ? text : parts.slice(1).map(Number).join('/')
}

function keyOf(field: CodeField, value: string | null | undefined): string {
  const text = latinDigits(value ?? '')
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
  if (field === 'birth') return birthKey(text)
  if (field === 'abha') return text.replace(/\D/g, '')
  return field === 'phone' ? text.replace(/\D/g, '').slice(-10) : text
}

const isEmpty = (draft: DraftText, field: CodeField): boolean => keyOf(field, draft[field]) === ''

/** Whether a box holds what the code says, however it is written. */
export const agrees = (draft: DraftText, says: Says, field: CodeField): boolean =>
  says[field] !== undefined && keyOf(field, draft[field]) === keyOf(field, says[field])

/** Boxes that hold something else than the code says; an emptied one too. */
export const differing = (draft: DraftText, { says }: CodeFill): readonly CodeField[] =>
  codeFields.filter((field) => says[field] !== undefined && !agrees(draft, says, field))

/** One thing that the code says. */
export const saying = (says: Says, field: CodeField): Says => ({
  [field]: says[field],
  ...(field === 'guardian' && says.relation !== undefined ? { relation: says.relation } : {}),
})

export const isOtherName = (draft: DraftText, says: Says): boolean =>
  (['latin', 'own'] as const).some(
    (field) => says[field] !== undefined && !isEmpty(draft, field) && !agrees(draft, says, field),
  )

/** Fills the empty boxes; under another name none, so that two people never become one unseen. */
export function filledBy(
  before: DraftText,
  identity: ForeignIdentity,
): { readonly draft: DraftText; readonly fill: CodeFill } {
  const says = saysOf(identity)
  const otherName = isOtherName(before, says)
  const empty = otherName ? [] : codeFields.filter((field) => says[field] !== undefined && isEmpty(before, field))
  const draft = empty.reduce<DraftText>((filled, field) => ({ ...filled, ...saying(says, field) }), before)
  return { draft, fill: { identity, says, before, otherName } }
}

/** Puts back what stood before wherever the code's word still stands. */
export function clearedOf(draft: DraftText, { says, before }: CodeFill): DraftText {
  const fields = codeFields.filter((field) => agrees(draft, says, field) && !agrees(before, says, field))
  const relation = fields.includes('guardian') ? { relation: before.relation } : {}
  return { ...draft, ...Object.fromEntries(fields.map((field) => [field, before[field]])), ...relation }
}

/** Which code speaks for a box, a proven one before others; null for what was only typed. */
export function sourceOf(draft: DraftText, fills: readonly CodeFill[], field: CodeField): CodeFill | null {
  const speaking = fills.filter((fill) => agrees(draft, fill.says, field))
  return speaking.find(({ identity }) => identity.proof.kind === 'signed') ?? speaking[0] ?? null
}

const tellsWho = ['latin', 'own', 'birth'] as const

/** What is kept of the codes: the proven one first, and as proven only while name and birth are its own. */
export function evidenceIn(draft: DraftText, fills: readonly CodeFill[], today: string): Evidence | null {
  const used = fills.filter(({ says }) => codeFields.some((field) => agrees(draft, says, field)))
  const stands = ({ says, identity }: CodeFill) =>
    identity.proof.kind === 'signed' &&
    tellsWho.every((field) => says[field] === undefined || agrees(draft, says, field))
  const best = used.find(stands) ?? used[0]
  if (best === undefined) return null
  const evidence = evidenceOf(best.identity, today)
  return stands(best) ? evidence : { ...evidence, signedBy: null }
}
