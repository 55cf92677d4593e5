import type { PackedPage } from '../../domain/wire/packed.ts'
import type { Result } from '../../domain/result.ts'
import type { PageProblem } from '../../sync/page.ts'
import type { SentRows } from '../store/ready-row.ts'

/** Pages are answered in the order in which they were asked. */
export type PageTask = PackedPage

export type PageMessage =
  | { readonly kind: 'awake' }
  | { readonly kind: 'opened'; readonly rows: Result<SentRows, PageProblem> }
