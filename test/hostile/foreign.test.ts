import { test } from 'node:test'

import { foreign } from './foreign.ts'
import { holdsUp } from './holds.ts'

test('no changed or forged code of another system is believed', (t) => holdsUp(t, foreign, 5_000))
