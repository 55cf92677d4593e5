import type { Spelling } from './script.ts'

const groups =
  /(?<=[^aeiou])ri(?![aeiou])|ksh|chh|cch|tch|kkh|tth|ddh|ssh|bbh|ch|sh|kh|gh|th|dh|ph|bh|jh|ck|([bcdfgjklmnpqrstvyz])\1|aa|ee|oo|ai|au|ou|[ae]y(?![aeiou])|./g

const sounds: Readonly<Record<string, string>> = {
  q: 'k',
  x: 'k',
  '×': 'X',
  w: 'v',
  z: 'j',
  e: 'i',
  o: 'u',
  ph: 'f',
  th: 't',
  cch: 'c',
  chh: 'c',
  tch: 'c',
  ch: 'c',
  ck: 'k',
  c: 'k',
  y: 'y',
  ey: 'i',
  ay: 'i',
  ou: 'u',
  ai: 'i',
  au: 'u',
}

/** Names as Delhi's papers spell them in Latin letters: many letters for one sound, and one for many. */
export const latin: Spelling = {
  signs: (word) =>
    (word.match(groups) ?? []).flatMap((group, place, all) => {
      if (group === 'x') return ['x', '×']
      if (!/^[aeiou]/.test(group)) return [group]
      return [place === 0 ? `^${group}` : place === all.length - 1 ? `${group}$` : group]
    }),
  written: (signs) => signs.join('').replace(/[×^$]/g, ''),
  soundOf(sign) {
    const plain = sign.replace(/[$^]/, '')
    return sounds[plain] ?? sounds[plain[0] ?? ''] ?? plain[0] ?? ''
  },
}
