/** True once a newer picture is worth more than a further try at this one; long loops ask it as they go. */
export type IsLate = () => boolean

/** Within so many milliseconds a camera's picture is read or given up: a fresh one is worth more. */
export const LONGEST_READ = 50

export const lateAfter = (ms: number, now: () => number): IsLate => {
  const end = now() + ms
  return () => now() > end
}
