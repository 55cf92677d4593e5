import type { ForeignIdentity } from '../../../domain/foreign-code/foreign-identity.ts'
import type { CodeField, Says } from './code-fill.ts'
import type { DraftField, DraftText } from './draft.ts'

/** Where a box's content comes from, or what a code says instead of it. */
export type FieldSource =
  | { readonly kind: 'from'; readonly identity: ForeignIdentity; readonly says: Says }
  | { readonly kind: 'differs'; readonly identity: ForeignIdentity; readonly says: Says; readonly use: () => void }

/** What every part of the form gets. */
export interface FormPart {
  readonly draft: DraftText
  readonly change: (part: Partial<DraftText>) => void
  /** The sentence beside a field, once it was left or a save was tried; null while all is well. */
  readonly shown: (field: DraftField) => string | null
  readonly touch: (field: DraftField) => void
  /** Null for a box that no code speaks of. */
  readonly source: (field: CodeField) => FieldSource | null
}
