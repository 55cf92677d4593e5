import type { z } from 'zod'

import { Operator } from './operator.ts'

/** A member of staff without what proves who they are: neither the PIN's hash nor the badge leaves the store. */
export const StaffRow = Operator.omit({ pin: true, badge: true })
export type StaffRow = z.infer<typeof StaffRow>

export const staffRowOf = ({ pin: _pin, badge: _badge, ...row }: Operator): StaffRow => row
