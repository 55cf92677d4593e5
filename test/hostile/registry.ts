import { card } from './card.ts'
import { disk } from './disk.ts'
import { failover } from './failover.ts'
import { feed } from './feed.ts'
import { foreign } from './foreign.ts'
import { hid } from './hid.ts'
import { kill } from './kill.ts'
import { mutants } from './mutant.ts'
import { names } from './names.ts'
import { outage } from './outage.ts'
import { power } from './power.ts'
import { restore } from './restore.ts'
import { dispense } from './dispense.ts'
import type { Proof } from './promise.ts'
import { schemes } from './schemes.ts'
import { search } from './search.ts'
import { shaping } from './shaping.ts'
import { stock } from './stock.ts'
import { upgrade } from './upgrade.ts'
import { clock, simulate } from './simulate.ts'
import { wedge } from './wedge.ts'
import { wire } from './wire.ts'

/** Every proof by the name that `npm run prove -- NAME` takes; what one needs is loaded when it runs. */
export const proofs: ReadonlyMap<string, Proof> = new Map<string, Proof>([
  ['shaping', shaping],
  ['card', card],
  ['hid', hid],
  ['foreign', foreign],
  ['wedge', wedge],
  ['power', power],
  ['disk', disk],
  ['dispense', dispense],
  ['feed', feed],
  ['failover', failover],
  ['wire', wire],
  ['simulate', simulate],
  ['clock', clock],
  ['mutants', mutants],
  ['kill', kill],
  ['restore', restore],
  ['upgrade', upgrade],
  ['schemes', schemes],
  ['names', names],
  ['search', search],
  ['stock', stock],
  ['outage', outage],
])
