import { checkRules } from '../../../domain/scheme/check-rules.ts'
import type { Condition, Test } from '../../../domain/scheme/condition.ts'
import { judgeBy } from '../../../domain/scheme/judge.ts'
import type { How, Known, PersonFacts } from '../../../domain/scheme/known.ts'
import { RuleFile } from '../../../domain/scheme/rule-file.ts'
import type { Words } from '../../../domain/scheme/words.ts'

export const words = (text: string): Words => ({ en: text, hi: `${text} अ`, pa: `${text} ਅ`, ur: `${text} ا` })

const asked = { names: words('name'), question: words('question'), from: 'asked' }

/** Every kind of fact, two papers, one source. */
export const parts = {
  format: 1,
  version: 3,
  validFrom: '2026-11-01',
  issuer: words('issuer'),
  facts: [
    { id: 'member', kind: 'yes-no', ...asked },
    { id: 'hurt', kind: 'yes-no', ...asked, unasked: false },
    {
      id: 'card',
      kind: 'choice',
      ...asked,
      choices: ['red', 'blue', 'none'].map((id) => ({ id, names: words(id) })),
    },
    { id: 'children', kind: 'number', ...asked },
    { id: 'income', kind: 'rupees', ...asked },
    { id: 'hurt-on', kind: 'date', ...asked },
    { id: 'here-since', kind: 'since', ...asked },
    { id: 'age', kind: 'age', ...asked },
  ],
  documents: ['aadhaar', 'letter'].map((id) => ({ id, names: words(id) })),
  sources: [{ id: 'order', title: 'An order', url: 'https://example.org/order', dated: null, read: '2026-11-22' }],
} as const

interface More {
  readonly source?: null
  readonly by?: readonly string[]
  readonly level?: 'seen' | 'verified'
  readonly from?: string
  readonly until?: string
}

export const rule = (name: string, fact: string, test: Test, more: More = {}): Condition => ({
  rule: name,
  words: words(name),
  fact,
  test,
  source: more.source === null ? null : 'order',
  ...(more.by === undefined ? {} : { proof: { by: [...more.by], level: more.level ?? 'seen' } }),
  ...(more.from === undefined ? {} : { from: more.from }),
  ...(more.until === undefined ? {} : { until: more.until }),
})

export const scheme = (id: string, when: object, more: object = {}): object => ({
  id,
  kind: 'scheme',
  level: 'central',
  names: words(id),
  benefit: words('benefit'),
  payor: words('payor'),
  ...more,
  when,
})

export const fileOf = (...schemes: readonly object[]): RuleFile => RuleFile.parse({ ...parts, schemes })

export const today = '2026-11-22'

/** What a single scheme with this condition answers. */
export function answerTo(when: Condition, facts: PersonFacts, day = today) {
  const [answer] = judgeBy(fileOf(scheme('one', when)))(facts, day)
  if (answer === undefined) throw new Error('no answer')
  return answer
}

export const known = (value: Known['value'], how: How = 'spoken', ...by: readonly string[]): Known => ({
  value,
  how,
  by: [...by],
})

export const textOf = (file: object): string => JSON.stringify(file, null, 2)
export const problemsIn = (file: object): readonly string[] =>
  checkRules(textOf(file)).problems.map(({ kind, text }) => `${kind}: ${text}`)
