/** One number of 32 bits for two, spread evenly, so that many numbers in a row become one. */
export function mixed(one: number, other: number): number {
  const both = Math.imul(one ^ Math.imul(other + 0x9e3779b9, 0x85ebca6b), 0xc2b2ae35)
  return both ^ (both >>> 15)
}
