import { happenedIn } from '../stored-resource.ts'
import type { ResourceType } from '../type-table.ts'
import type { Resource } from '../resource.ts'
import type { Order, Place, Search } from './read-search.ts'

/** A resource and its place in the order of the search. */
export interface Found extends Place {
  readonly resource: Resource
}

/** Somewhere resources are found. A page begins after the search's place and holds one more than was asked for. */
export interface Source {
  readonly page: () => Promise<readonly Found[]>
  /** How many there are in all; null where nobody counts them. */
  readonly total: () => Promise<number | null>
}

/** Where a resource comes in an order. */
export function keyOf({ by }: Order, type: ResourceType, resource: Resource): Place {
  const { id, meta } = resource
  if (by === 'id') return { key: id, id }
  return { key: by === 'updated' ? meta.lastUpdated : happenedIn(type, resource), id }
}

export function compareBy({ isDown }: Order): (one: Place, other: Place) => number {
  const sign = isDown ? -1 : 1
  return (one, other) => {
    if (one.key !== other.key) return one.key < other.key ? -sign : sign
    return one.id === other.id ? 0 : one.id < other.id ? -sign : sign
  }
}

/** A page out of everything that there is. */
export function pageOf(found: readonly Found[], { order, after, count }: Search): readonly Found[] {
  const compare = compareBy(order)
  return found
    .filter((one) => after === null || compare(one, after) > 0)
    .toSorted(compare)
    .slice(0, count + 1)
}
