import { test } from 'node:test'

import { holdsUp } from './holds.ts'
import { outage } from './outage.ts'

test('a hospital that is cut off loses, doubles and overdraws nothing', (t) => holdsUp(t, outage, 6))
