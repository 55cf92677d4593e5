import { test } from 'node:test'

import { holdsUp } from './holds.ts'
import { wireAttacks } from './wire-attack.ts'
import { wire } from './wire.ts'

test('nothing that is said in place of HIMS gets in, and nothing is lost over it', (t) =>
  holdsUp(t, wire, wireAttacks.length, 30))
