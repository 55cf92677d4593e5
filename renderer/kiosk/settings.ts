/** How this one visitor wants the screen; gone with the visit. */
export interface Settings {
  readonly size: 1 | 2 | 3
  readonly contrast: boolean
  readonly lower: boolean
}

export const plain: Settings = { size: 1, contrast: false, lower: false }

export const nextSize = (size: Settings['size']): Settings['size'] => (size === 1 ? 2 : size === 2 ? 3 : 1)
