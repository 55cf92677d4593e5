import { useLayoutEffect, useState } from 'react'

import { plainAppearance, sized } from './appearance.ts'
import type { Appearance, Theme } from './appearance.ts'
import { useHotkeys } from './use-hotkeys.ts'

export interface AppearanceControl {
  readonly appearance: Appearance
  readonly resize: (by: 1 | -1 | 0) => void
  readonly wear: (theme: Theme) => void
}

/** Text size (Ctrl and plus, minus, zero) and theme, put on the document's root. */
export function useAppearance(): AppearanceControl {
  const [appearance, setAppearance] = useState(plainAppearance)
  const resize = (by: 1 | -1 | 0) => setAppearance((now) => sized(now, by))
  useHotkeys({ 'Ctrl+Plus': () => resize(1), 'Ctrl+Minus': () => resize(-1), 'Ctrl+0': () => resize(0) })
  useLayoutEffect(() => {
    const { style, dataset } = document.documentElement
    style.fontSize = `${appearance.percent}%`
    dataset['theme'] = appearance.theme
  }, [appearance])
  return { appearance, resize, wear: (theme) => setAppearance((now) => ({ ...now, theme })) }
}
