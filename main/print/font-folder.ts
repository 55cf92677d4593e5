import { join } from 'node:path'

import type { FontFiles, Script, Weight } from './pdf/font.ts'

const packages: Readonly<Record<Script, readonly [folder: string, file: string]>> = {
  Latn: ['noto-sans', 'NotoSans'],
  Deva: ['noto-sans-devanagari', 'NotoSansDevanagari'],
  Guru: ['noto-sans-gurmukhi', 'NotoSansGurmukhi'],
  Arab: ['noto-nastaliq-urdu', 'NotoNastaliqUrdu'],
}
const styles: Readonly<Record<Weight, string>> = { 400: '400Regular', 600: '600SemiBold', 700: '700Bold' }

const pathIn = (folder: string, script: Script, weight: Weight): string => {
  const [home, file] = packages[script]
  return join(folder, home, styles[weight], `${file}_${styles[weight]}.ttf`)
}

/** The faces cards are set in, from a folder laid out like `@expo-google-fonts` (whole TTFs, OFL-1.1). */
export const cardFonts = (folder: string): FontFiles => ({
  'Latn-400': pathIn(folder, 'Latn', 400),
  'Latn-600': pathIn(folder, 'Latn', 600),
  'Latn-700': pathIn(folder, 'Latn', 700),
  'Deva-400': pathIn(folder, 'Deva', 400),
  'Deva-600': pathIn(folder, 'Deva', 600),
  'Deva-700': pathIn(folder, 'Deva', 700),
  'Guru-400': pathIn(folder, 'Guru', 400),
  'Guru-600': pathIn(folder, 'Guru', 600),
  'Guru-700': pathIn(folder, 'Guru', 700),
  'Arab-400': pathIn(folder, 'Arab', 400),
  'Arab-600': pathIn(folder, 'Arab', 600),
  'Arab-700': pathIn(folder, 'Arab', 700),
})
