import { test } from 'node:test'

import { INSTALL_POSTGRES, debianPostgres } from '../fake/postgres/binary.ts'
import { failover } from './failover.ts'
import { holdsUp } from './holds.ts'

const skip = debianPostgres() === null ? INSTALL_POSTGRES : false

test('a primary that is killed takes nothing with it', { timeout: 90_000, skip }, (t) => holdsUp(t, failover, 1))
