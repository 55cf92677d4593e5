import { test } from 'node:test'

import { hid } from './hid.ts'
import { holdsUp } from './holds.ts'

test('faulty USB scanners never make a wrong scan', (t) => holdsUp(t, hid, 5000))
