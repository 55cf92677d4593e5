/** Where the marigold stands in a list of `count` rows after a step; it stops at both ends. */
export const stepped = (at: number, by: 1 | -1, count: number): number => Math.max(0, Math.min(count - 1, at + by))
