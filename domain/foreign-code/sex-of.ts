import type { ForeignFacts } from './foreign-identity.ts'

type Said = NonNullable<ForeignFacts['sex']>

/** Letters of UIDAI and ABDM, words of FHIR, numbers of Claim 169. */
const words: ReadonlyMap<string, Said> = new Map([
  ...(['m', 'male', 'man', '1', 'पुरुष', 'ਪੁਰਸ਼', 'مرد'] as const).map((word) => [word, 'male'] as const),
  ...(['f', 'female', 'woman', '2', 'महिला', 'स्त्री', 'ਇਸਤਰੀ', 'عورت'] as const).map(
    (word) => [word, 'female'] as const,
  ),
  ...(['o', 'other', 'others', 't', 'tg', 'transgender', '3'] as const).map((word) => [word, 'other'] as const),
])

/** Null where nothing is said, or nothing that is known here. */
export const sexOf = (text: string): Said | null => words.get(text.trim().toLowerCase()) ?? null
