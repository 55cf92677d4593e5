import { rulesIn } from './condition.ts'
import { error, warning } from './doubt.ts'
import type { Doubt } from './doubt.ts'
import type { RuleFile } from './rule-file.ts'
import { wordsIn } from './words-in.ts'

const lists = ['facts', 'documents', 'sources', 'schemes'] as const

/** What is wrong beyond the shape: names used twice, never, or by nobody; texts left untranslated. */
export function doubtsOfFile(file: RuleFile): readonly Doubt[] {
  return [
    ...lists.flatMap((list) => namedTwice(list, file[list])),
    ...choices(file),
    ...unused(file),
    ...circles(file),
    ...untranslated(file),
  ]
}

function namedTwice(list: string, entries: readonly { readonly id: string }[]): readonly Doubt[] {
  return entries.flatMap(({ id }, index) =>
    entries.findIndex((other) => other.id === id) < index
      ? [error([list, index, 'id'], `${list} has "${id}" twice`)]
      : [],
  )
}

const choices = (file: RuleFile): readonly Doubt[] =>
  file.facts.flatMap((fact, index) => {
    if (fact.kind !== 'choice') return []
    const { unasked } = fact
    const wrong = unasked !== undefined && !fact.choices.some(({ id }) => id === unasked)
    return [
      ...namedTwice('choices', fact.choices).map((each) => ({ ...each, path: ['facts', index, ...each.path] })),
      ...(wrong ? [error(['facts', index, 'unasked'], `"${unasked}" is no choice of "${fact.id}"`)] : []),
    ]
  })

function unused(file: RuleFile): readonly Doubt[] {
  const rules = file.schemes.flatMap(({ when }) => rulesIn(when))
  const used = {
    facts: new Set(rules.map(({ fact }) => fact)),
    documents: new Set(rules.flatMap(({ proof }) => proof?.by ?? [])),
    sources: new Set(rules.map(({ source }) => source)),
  }
  return (['facts', 'documents', 'sources'] as const).flatMap((list) =>
    file[list].flatMap(({ id }, index) =>
      used[list].has(id) ? [] : [warning([list, index, 'id'], `no rule uses "${id}" of ${list}`)],
    ),
  )
}

/** A scheme must not hang on itself by way of others. */
function circles(file: RuleFile): readonly Doubt[] {
  const others = new Map(
    file.schemes.map(({ id, when }) => [
      id,
      [...JSON.stringify(when).matchAll(reference)].map(([, other = '']) => other),
    ]),
  )
  const reaches = (from: string, aim: string, seen: Set<string>): boolean =>
    (others.get(from) ?? []).some((next) => {
      if (next === aim) return true
      if (seen.has(next)) return false
      seen.add(next)
      return reaches(next, aim, seen)
    })
  return file.schemes.flatMap(({ id }, index) =>
    reaches(id, id, new Set()) ? [error(['schemes', index, 'when'], `"${id}" hangs on its own answer`)] : [],
  )
}

const reference = /\{"scheme":"([a-z0-9-]+)"\}/g

const scripts = { hi: /\p{Script=Devanagari}/u, pa: /\p{Script=Gurmukhi}/u, ur: /\p{Script=Arabic}/u } as const
const ownDigits = /[०-९੦-੯٠-٩۰-۹]/

/** Names such as "ESI" stay Latin; a whole sentence does not. */
const untranslated = (file: RuleFile): readonly Doubt[] =>
  wordsIn(file).flatMap(({ path, words }) =>
    (['hi', 'pa', 'ur'] as const).flatMap((language) => {
      const text = words[language]
      const at = [...path, language]
      if (ownDigits.test(text)) return [error(at, `${language}: write digits as 0 to 9, as on all papers here`)]
      return scripts[language].test(text)
        ? []
        : [warning(at, `${language}: "${text}" is not written in its own script`)]
    }),
  )
