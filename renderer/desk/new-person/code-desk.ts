import type { ForeignIdentity } from '../../../domain/foreign-code/foreign-identity.ts'
import type { Language } from '../../../domain/language.ts'
import { clearedOf, codeFields, filledBy, isOtherName, saysOf } from './code-fill.ts'
import type { CodeFill } from './code-fill.ts'
import { emptyDraft } from './draft.ts'
import type { DraftText } from './draft.ts'

/** What other systems' codes have to do with the form that is under way. */
export interface CodeDesk {
  readonly draft: DraftText | null
  /** The codes read into the form, the latest first. */
  readonly fills: readonly CodeFill[]
  /** Read while somebody in the list may be its person: a new form would start from it. */
  readonly pending: ForeignIdentity | null
  /** A form begun for somebody else; it comes back after the one under way. */
  readonly aside: DraftText | null
}

export const noCodes: Omit<CodeDesk, 'draft'> = { fills: [], pending: null, aside: null }

/** Reads a code into the form on the screen. */
export function readIntoForm({ fills, aside }: CodeDesk, form: DraftText, identity: ForeignIdentity): CodeDesk {
  const { draft, fill } = filledBy(form, identity)
  return { draft, fills: [fill, ...fills], pending: null, aside }
}

/** Begins a form from a code. One that was left is taken up when it may be the same person's, and kept when not. */
export function formFromCode(desk: CodeDesk, identity: ForeignIdentity, language: Language): CodeDesk {
  const left = desk.draft
  if (left !== null && !isOtherName(left, saysOf(identity))) return readIntoForm(desk, left, identity)
  const { draft, fill } = filledBy(emptyDraft(language), identity)
  // A form that came from a code can come from it again; what a clerk typed is kept.
  const typed = desk.fills.length === 0 ? left : null
  return { draft, fills: [fill], pending: null, aside: typed ?? desk.aside }
}

/** Undoes the latest code; a form that is empty then makes room for the one that was kept. */
export function withoutCode({ draft, fills, aside }: CodeDesk): CodeDesk {
  const [latest, ...others] = fills
  if (latest === undefined || draft === null) return { draft, fills, pending: null, aside }
  const cleared = clearedOf(draft, latest)
  const isBlank = codeFields.every((field) => (cleared[field] ?? '') === '')
  if (isBlank && aside !== null) return { draft: aside, fills: [], pending: null, aside: null }
  return { draft: cleared, fills: others, pending: null, aside }
}

/** The form is done with: the one that was kept comes back. */
export const nextForm = ({ aside }: CodeDesk): CodeDesk => ({ ...noCodes, draft: aside })
