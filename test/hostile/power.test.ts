import { test } from 'node:test'

import { power } from './power.ts'
import { holdsUp } from './holds.ts'

test('a power cut takes nothing that was acknowledged', (t) => holdsUp(t, power, 60))
