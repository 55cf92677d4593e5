import { languages } from '../../../domain/language.ts'
import type { Language } from '../../../domain/language.ts'
import { themes } from '../../../renderer/ui/appearance.ts'
import type { Rules } from './inspect.ts'
import type { Theme } from '../../../renderer/ui/appearance.ts'

/** Whether every screen is looked at in every way, and every task played, as `npm test -- --full` wishes. */
export const isFull = process.env['HIMS_TEST_FULL'] === 'yes'

/** How long the tests of one gallery may take, in milliseconds. */
export const patience = isFull ? 5_400_000 : 300_000

/** One of all the ways in which a screen is looked at. */
export interface Look {
  readonly language: Language
  readonly isLarge: boolean
  readonly theme: Theme
}

/** Four languages, two sizes and three themes; the last is how a screen is reached. */
export const allLooks: readonly Look[] = [...languages]
  .toReversed()
  .flatMap((language) =>
    [true, false].flatMap((isLarge) => [...themes].toReversed().map((theme) => ({ language, isLarge, theme }))),
  )

/** Colours are the same in all languages, and places the same in all themes; Urdu has a direction and letters of its own. */
export const rulesOf = ({ language, theme }: Look): Rules =>
  language === 'en' || (language === 'ur' && theme === 'light') ? 'every' : 'words'

/** Pictures are for eyes: of what a colour or a size does to words, one language tells enough, and Urdu. */
export const isPictured = ({ language, isLarge, theme }: Look): boolean =>
  theme === 'light' ? !isLarge || language === 'en' || language === 'ur' : language === 'en' && !isLarge

/** Part of a picture's name: only what differs from the usual is said. */
export const lookName = ({ language, isLarge, theme }: Look): string =>
  `${isLarge ? '-200' : ''}${theme === 'light' ? '' : `-${theme}`}-${language}`
