/** Degrees north and east. */
export interface Place {
  readonly latitude: number
  readonly longitude: number
}

/** Where and when a card was shown; `place` is null where a hospital has not said where it is. */
export interface Shown {
  readonly facility: string
  readonly at: number
  readonly place: Place | null
}

/** Nobody gets through Delhi faster than this from door to door, in km/h. */
const SPEED = 60
/** Between hospitals that have not said where they are, in milliseconds. */
const UNKNOWN_WAY = 20 * 60_000
/** Terminals' clocks may differ by so much. */
const CLOCKS = 2 * 60_000
const HOUR = 3_600_000
const EARTH = 6371

/** Whether one card cannot have been shown at both, so that there must be two of it. */
export function farApart(one: Shown, other: Shown): boolean {
  if (one.facility === other.facility) return false
  const between = Math.abs(one.at - other.at)
  if (one.place === null || other.place === null) return between < UNKNOWN_WAY
  return between + CLOCKS < (kilometres(one.place, other.place) / SPEED) * HOUR
}

/** The great circle (haversine). */
function kilometres(one: Place, other: Place): number {
  const [north, east] = [radians(other.latitude - one.latitude), radians(other.longitude - one.longitude)]
  const arc =
    Math.sin(north / 2) ** 2 +
    Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude)) * Math.sin(east / 2) ** 2
  return 2 * EARTH * Math.asin(Math.sqrt(arc))
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180
