import type { Directory, Edit } from '../../../contract/admin.ts'
import type { AdminBridge } from '../admin-bridge.ts'

/** One table's edit. */
export type EditOf<Table extends Edit['table']> = Extract<Edit, { readonly table: Table }>

/** What every form is given. */
export interface FormPart<Table extends Edit['table']> {
  readonly hims: AdminBridge
  readonly edit: EditOf<Table>
  readonly directory: Directory
  readonly onEdit: (edit: Edit) => void
  /** What is wrong with a field, said so that it can be put right. */
  readonly problem: (field: string) => string | null
}

/** A row without a field that it need not have. */
export function without<Row extends object, Name extends keyof Row>(row: Row, name: Name): Omit<Row, Name> {
  const { [name]: _left, ...rest } = row
  return rest
}
