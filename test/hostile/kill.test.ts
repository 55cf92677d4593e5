import { test } from 'node:test'

import { kill } from './kill.ts'
import { holdsUp } from './holds.ts'

test('processes that are killed lose and double nothing', (t) => holdsUp(t, kill, 14))
