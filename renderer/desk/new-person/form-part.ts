import type { ForeignIdentity } from '../../../domain/foreign-code/foreign-identity.ts'
import type { PlaceFound } from '../../../contract/register.ts'
import type { Says } from './code-fill.ts'
import type { DraftField, DraftText } from './draft.ts'
import type { FactField } from './known-how.ts'

/** Where a box's content comes from, or what a code says instead of it. */
export type FieldSource =
  | { readonly kind: 'from'; readonly identity: ForeignIdentity; readonly says: Says }
  /** Copied from a paper, the clerk says. */
  | { readonly kind: 'seen' }
  | { readonly kind: 'differs'; readonly identity: ForeignIdentity; readonly says: Says; readonly use: () => void }

/** What every part of the form gets. */
export interface FormPart {
  readonly draft: DraftText
  readonly change: (part: Partial<DraftText>) => void
  /** The sentence beside a field, once it was left or a save was tried; null while all is well. */
  readonly shown: (field: DraftField) => string | null
  readonly touch: (field: DraftField) => void
  /** Null for a box that was told, and of which no code speaks. */
  readonly source: (field: FactField) => FieldSource | null
  /** Colonies that begin like a text. */
  readonly places: (text: string) => Promise<readonly PlaceFound[]>
}
