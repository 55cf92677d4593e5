import type { FontFiles, Script, Weight } from './font.ts'

const family: Readonly<Record<Script, readonly [folder: string, name: string]>> = {
  Latn: ['noto-sans', 'NotoSans'],
  Deva: ['noto-sans-devanagari', 'NotoSansDevanagari'],
  Guru: ['noto-sans-gurmukhi', 'NotoSansGurmukhi'],
  Arab: ['noto-nastaliq-urdu', 'NotoNastaliqUrdu'],
}
const weightName: Readonly<Record<Weight, string>> = { 400: '400Regular', 600: '600SemiBold', 700: '700Bold' }

/** The twelve Noto files that paper needs, under a folder laid out as `@expo-google-fonts`. */
export function notoFiles(folder: string): FontFiles {
  const file = (script: Script, weight: Weight) => {
    const [place, name] = family[script]
    return `${folder}/${place}/${weightName[weight]}/${name}_${weightName[weight]}.ttf`
  }
  return {
    'Latn-400': file('Latn', 400),
    'Latn-600': file('Latn', 600),
    'Latn-700': file('Latn', 700),
    'Deva-400': file('Deva', 400),
    'Deva-600': file('Deva', 600),
    'Deva-700': file('Deva', 700),
    'Guru-400': file('Guru', 400),
    'Guru-600': file('Guru', 600),
    'Guru-700': file('Guru', 700),
    'Arab-400': file('Arab', 400),
    'Arab-600': file('Arab', 600),
    'Arab-700': file('Arab', 700),
  }
}
