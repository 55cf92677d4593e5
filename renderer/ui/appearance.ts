export const themes = ['light', 'night', 'contrast'] as const
export type Theme = (typeof themes)[number]

/** How large text is and which tokens it wears; kept by the page alone, for whoever sits here. */
export interface Appearance {
  readonly percent: number
  readonly theme: Theme
}

export const plainAppearance: Appearance = { percent: 100, theme: 'light' }

const sizes = [100, 110, 125, 150, 175, 200] as const

/** The next text size up or down, between 100 and 200 %. */
export function sized({ percent, theme }: Appearance, by: 1 | -1 | 0): Appearance {
  if (by === 0) return { percent: 100, theme }
  const next = by === 1 ? sizes.find((size) => size > percent) : sizes.findLast((size) => size < percent)
  return { percent: next ?? percent, theme }
}
