import { test } from 'node:test'

import { upgrade } from './upgrade.ts'
import { holdsUp } from './holds.ts'

test('versions that are two schemas apart lose nothing between them', (t) => holdsUp(t, upgrade, 40, 8))
