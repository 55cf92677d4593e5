import { test } from 'node:test'

import { card } from './card.ts'
import { holdsUp } from './holds.ts'

test('no forged, changed, foreign, expired or revoked card is believed, and every genuine one is', (t) =>
  holdsUp(t, card, 10_000))
