import type { Effort } from './decode.ts'
import type { Grey } from './frame.ts'
import type { IsLate } from './late.ts'
import type { Sighting } from './reader.ts'
import { copiesFor, findSymbol } from './symbol/find-symbol.ts'
import { layoutOf } from './symbol/layout.ts'
import type { Layout } from './symbol/layout.ts'
import { frameMemory } from './symbol/memory.ts'
import type { Quad } from './symbol/quad.ts'
import { readBothWays, readLattice, sampledAt, sampleSymbol } from './symbol/read-symbol.ts'
import type { Sampled } from './symbol/read-symbol.ts'

export interface Rescuer {
  /** The text of a picture that a plain look could not read. */
  readonly rescue: (picture: Grey, sightings: readonly Sighting[], effort: Effort, isLate: IsLate) => string | null
  /** Whether a symbol was found in the last picture that could not be read yet. */
  readonly holds: () => boolean
  readonly forget: () => void
}

/** Where a symbol stands, as well as is known. */
interface Place {
  readonly quad: Quad
  readonly layout: Layout
}

/**
 * A symbol that was seen is read module by module; one that was not is searched for, and then read so. What there was no
 * time for is done with the next picture: a hand hardly moves between two of them.
 */
export function rescuer(): Rescuer {
  const memory = frameMemory()
  let last: Place | null = null
  let left: readonly number[] = []
  const readAt = (sampled: Sampled | null, layout: Layout, isLate: IsLate): string | null => {
    last = sampled === null ? null : { quad: sampled.quad, layout }
    if (sampled === null) return null
    const together = memory.add(sampled.lattice, layout)
    const text = together === null ? null : readLattice(together, layout, isLate)
    return text ?? readBothWays(sampled.lattice, layout, isLate)
  }
  return {
    holds: () => last !== null,
    forget() {
      memory.forget()
      last = null
      left = []
    },
    rescue(picture, sightings, effort, isLate) {
      const seen = sightings.flatMap(({ quad, version }) => {
        const layout = version === null ? null : layoutOf(version)
        return layout === null ? [] : { quad, layout }
      })
      // A symbol in sight is worth more than where the last one was.
      const places = seen.length > 0 || last === null ? seen : [last]
      for (const { quad, layout } of places) {
        if (isLate()) return null
        const text = readAt(sampleSymbol(picture, quad, layout, isLate), layout, isLate)
        if (text !== null) return text
      }
      if (effort === 'quick' || isLate()) return null
      const search = findSymbol(picture, left.length > 0 ? left : copiesFor(picture), isLate)
      left = search.left
      if (search.found === null) return null
      const { quad, layout } = search.found
      return readAt(sampledAt(picture, quad, layout), layout, isLate)
    },
  }
}
