import { offeredOn } from '../../domain/hospital/directory.ts'
import { MutationId } from '../../domain/id.ts'
import { LeaseRequest } from '../../domain/wire/sync.ts'
import type { Store } from './store.ts'

/** Numbers of one department and day, and cards, that a terminal fetches at once. */
const TOKENS = 100
const CARDS = 200
const PERMANENT = 40
/** Fewer than this and more are fetched. */
const TOKENS_LOW = 50
const CARDS_LOW = 100
const PERMANENT_LOW = 20
/** The most departments and days that one request may name. */
const MOST = 60

/** What a desk or kiosk has too little of for today and tomorrow, or null. */
export function leasePlan(
  { device, leased, shared }: Store,
  days: readonly string[],
  newId: () => string,
): LeaseRequest | null {
  const { role } = device.read()
  if (role !== 'desk' && role !== 'kiosk') return null
  const here = device.read().facility?.code ?? null
  const departments = shared.department.all()
  const tokens = days
    .flatMap((day) =>
      offeredOn(departments, here, day).map(({ code: department }) => ({ department, day, count: TOKENS })),
    )
    .filter(({ department, day }) => leased.tokensLeft(department, day) < TOKENS_LOW)
    .slice(0, MOST)
  const cards = role === 'desk' && leased.cardsLeft('temporary') < CARDS_LOW ? CARDS : 0
  const permanent = role === 'desk' && leased.cardsLeft('permanent') < PERMANENT_LOW ? PERMANENT : 0
  if (tokens.length === 0 && cards === 0 && permanent === 0) return null
  return LeaseRequest.parse({ id: MutationId.parse(newId()), cards, permanent, tokens })
}
