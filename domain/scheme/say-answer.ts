import type { Language } from '../language.ts'
import { unreachable } from '../result.ts'
import { textIn } from '../text/catalogue.ts'
import type { Answer, Missing, Reason, RuleReason } from './answer.ts'
import type { RuleFile } from './rule-file.ts'
import type { Words } from './words.ts'

type Named = readonly { readonly id: string; readonly names: Words }[]

const nameIn = (list: Named, id: string, language: Language): string =>
  list.find((each) => each.id === id)?.names[language] ?? id

export const sayAnswer = (answer: Answer, language: Language): string => textIn(language)(`scheme.answer.${answer}`)

/** A reason as a sentence for the person at the counter. */
export function sayReason(reason: Reason, file: RuleFile, language: Language): string {
  const text = textIn(language)
  switch (reason.kind) {
    case 'rule':
      return text(`scheme.reason.${toneOf(reason)}`, { words: reason.words[language] })
    case 'scheme': {
      const tone = reason.answer === 'perhaps' ? 'unknown' : reason.answer
      return text(`scheme.reason.${tone}`, { words: nameIn(file.schemes, reason.scheme, language) })
    }
    case 'not-begun':
      return text('scheme.reason.not-begun', { day: reason.from })
    case 'over':
      return text('scheme.reason.over', { day: reason.until })
    case 'no-rule':
      return text('scheme.reason.no-rule')
    default:
      return unreachable(reason)
  }
}

function toneOf({ because, told, how }: RuleReason) {
  switch (because) {
    case 'decided':
      return how === 'assumed' ? 'assumed' : told === true ? 'yes' : 'no'
    case 'not-known':
      return 'unknown'
    case 'not-exact':
      return 'rough'
    case 'not-proved':
      return 'unproved'
    case 'no-source':
      return 'unconfirmed'
    default:
      return unreachable(because)
  }
}

/** Only what is to be brought, for a slip to take home; null where a word is enough. */
export function sayPapers(missing: Missing, file: RuleFile, language: Language): string | null {
  if (missing.kind === 'source' || missing.documents.length === 0) return null
  const papers = missing.documents.map((paper) => nameIn(file.documents, paper, language))
  const documents = new Intl.ListFormat(language, { type: 'disjunction' }).format(papers)
  return textIn(language)('scheme.missing.paper', { documents })
}

/** What settles a perhaps, as a sentence for the clerk or for a slip to take home. */
export function sayMissing(missing: Missing, file: RuleFile, language: Language): string {
  const text = textIn(language)
  if (missing.kind === 'source') return text('scheme.missing.source')
  const papers = missing.documents.map((paper) => nameIn(file.documents, paper, language))
  const documents = new Intl.ListFormat(language, { type: 'disjunction' }).format(papers)
  const fact = file.facts.find(({ id }) => id === missing.fact)
  switch (missing.kind) {
    case 'answer': {
      const question = fact?.question[language] ?? missing.fact
      if (papers.length === 0) return text('scheme.missing.question', { question })
      return text('scheme.missing.question-paper', { question, documents })
    }
    case 'exact': {
      const values = { fact: fact?.names[language] ?? missing.fact, documents }
      return text(papers.length === 0 ? 'scheme.missing.exact' : 'scheme.missing.exact-paper', values)
    }
    case 'document':
      return text(missing.level === 'verified' ? 'scheme.missing.checked' : 'scheme.missing.paper', { documents })
    default:
      return unreachable(missing)
  }
}
