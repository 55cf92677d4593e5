import { auditHead } from './audit-head.ts'
import { bundleKey } from './bundle-key.ts'
import { clientScope } from './client-scope.ts'
import { clinical } from './clinical.ts'
import { grantHold } from './grant-hold.ts'
import { hub } from './hub.ts'
import { note } from './note.ts'
import type { SchemaPart } from './part.ts'
import { personStamp } from './person-stamp.ts'
import { pushed } from './pushed.ts'
import { recovery } from './recovery.ts'
import { right } from './right.ts'
import { scheme } from './scheme.ts'
import { scope } from './scope.ts'
import { soundKeys } from './sound-keys.ts'
import { writeOrder } from './write-order.ts'
import { writer } from './writer.ts'

/** What version 3 of the schema adds, in this order; the embedded database and PostgreSQL each run their own half. */
export const thirdSchema: readonly SchemaPart[] = [
  note,
  clinical,
  right,
  writer,
  hub,
  personStamp,
  scope,
  auditHead,
  pushed,
  recovery,
  bundleKey,
  grantHold,
  clientScope,
  writeOrder,
  scheme,
]

/** What version 4 adds. */
export const fourthSchema: readonly SchemaPart[] = [soundKeys]
