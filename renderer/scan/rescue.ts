import type { Effort } from './decode.ts'
import type { Grey } from './frame.ts'
import type { Sighting } from './reader.ts'
import { findSymbol } from './symbol/find-symbol.ts'
import { layoutOf } from './symbol/layout.ts'
import type { Layout } from './symbol/layout.ts'
import { frameMemory } from './symbol/memory.ts'
import type { Quad } from './symbol/quad.ts'
import { readLattice, readSymbol } from './symbol/read-symbol.ts'

/** True once a newer picture is worth more than a further try at this one. */
export type IsLate = () => boolean

export interface Rescuer {
  /** The text of a picture that a plain look could not read. */
  readonly rescue: (picture: Grey, sightings: readonly Sighting[], effort: Effort, isLate: IsLate) => string | null
  readonly forget: () => void
}

/** A symbol that was seen is read module by module; one that was not is searched for, and then read so. */
export function rescuer(): Rescuer {
  const memory = frameMemory()
  const readAt = (picture: Grey, quad: Quad, layout: Layout, isLate: IsLate): string | null => {
    const { text, lattice } = readSymbol(picture, quad, layout, isLate)
    if (text !== null || lattice === null) return text
    const together = memory.add(lattice, layout)
    return together === null ? null : readLattice(together, layout)
  }
  return {
    forget: memory.forget,
    rescue(picture, sightings, effort, isLate) {
      for (const { quad, version } of sightings) {
        const layout = version === null ? null : layoutOf(version)
        const text = layout === null ? null : readAt(picture, quad, layout, isLate)
        if (text !== null) return text
      }
      if (effort === 'quick' || isLate()) return null
      const found = findSymbol(picture, isLate)
      return found === null ? null : readAt(picture, found.quad, found.layout, isLate)
    },
  }
}
