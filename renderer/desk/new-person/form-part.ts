import type { DraftField, DraftText } from './draft.ts'

/** What every part of the form gets. */
export interface FormPart {
  readonly draft: DraftText
  readonly change: (part: Partial<DraftText>) => void
  /** The sentence beside a field, once it was left or a save was tried; null while all is well. */
  readonly shown: (field: DraftField) => string | null
  readonly touch: (field: DraftField) => void
}
