import type { TableName } from '../../domain/wire/table.ts'
import type { Outcome } from '../../sync/outcome.ts'

export type FillTask = { readonly kind: 'pull'; readonly hims: string } | { readonly kind: 'close' }

export type FillMessage =
  | { readonly kind: 'kept'; readonly tables: readonly TableName[] }
  | { readonly kind: 'pulled'; readonly outcome: Outcome }
