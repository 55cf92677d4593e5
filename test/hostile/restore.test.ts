import { test } from 'node:test'

import { restore } from './restore.ts'
import { holdsUp } from './holds.ts'

test('who comes back from a copy is told so, spends nothing twice and loses nothing', (t) => holdsUp(t, restore, 7, 7))
