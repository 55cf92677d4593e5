/** English names whose spelling says little of their sound. */
const english: Readonly<Record<string, string>> = { john: 'jun', george: 'jurj', rose: 'ruj', varghese: 'vargij' }

/** In order: each takes the word that the one before has left. */
const rules: readonly (readonly [RegExp, string])[] = [
  // A written end that is not said: Siddique is, Rafique is not; Rajendra, Krishna, Srivastava; below, Kishore, Grace.
  [/ddique$/, 'ddiki'],
  [/que$/, 'k'],
  [/(ndr|rishn|astav)a$/, '$1'],
  [/x/g, 'ks'],
  [/ck/g, 'k'],
  // Capitals keep a sound from the rules that follow.
  [/chh?/g, 'C'],
  [/sh/g, 's'],
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  [/C/g, 'c'],
  [/(or|os|as|is)e$/, '$1'],
  [/ph/g, 'f'],
  [/([bdgjkrt])h/g, '$1'],
  [/q/g, 'k'],
  [/z/g, 'j'],
  // Chowdhury and Mathew say a vowel, Tiwari and Chawla a v.
  [/(?<=o)w(?=[^aeiouy])|(?<=e)w$/g, 'u'],
  [/w/g, 'v'],
  [/^y/, 'Y'],
  [/[eiy]/g, 'i'],
  [/Y/, 'y'],
  [/o/g, 'u'],
]

export function latinSounds(word: string): string {
  const plain = word.normalize('NFD').replace(/\p{M}/gu, '')
  return english[plain] ?? rules.reduce((left, [pattern, sound]) => left.replace(pattern, sound), plain)
}
