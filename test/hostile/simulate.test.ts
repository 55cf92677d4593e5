import { test } from 'node:test'

import { holdsUp } from './holds.ts'
import { clock, simulate } from './simulate.ts'

test('a simulated hospital keeps what it told', (t) => holdsUp(t, simulate, 36))
test('no clock refuses a write or wins', (t) => holdsUp(t, clock, 30))
