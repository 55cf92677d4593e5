import { test } from 'node:test'

import { disk } from './disk.ts'
import { holdsUp } from './holds.ts'

test('a disk that fails, fills or turns read-only loses nothing that was acknowledged', (t) => holdsUp(t, disk, 300))
