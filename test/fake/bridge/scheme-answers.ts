import type { Handlers } from '../../../contract/channel.ts'
import type { schemeChannels } from '../../../contract/scheme.ts'
import { JobId } from '../../../domain/id.ts'
import type { PersonId } from '../../../domain/id.ts'
import { ageOn } from '../../../domain/person/person.ts'
import type { Person } from '../../../domain/person/person.ts'
import { checkRules } from '../../../domain/scheme/check-rules.ts'
import { coverageOf } from '../../../domain/scheme/confirm.ts'
import type { Coverage } from '../../../domain/scheme/coverage.ts'
import { factsTogether } from '../../../domain/scheme/facts-together.ts'
import { judgeBy } from '../../../domain/scheme/judge.ts'
import { factRowId, latestFacts } from '../../../domain/scheme/scheme-fact.ts'
import type { SchemeFact } from '../../../domain/scheme/scheme-fact.ts'
import { OperatorId } from '../../../domain/id.ts'
import { schemeView } from '../../../main/service/scheme-view.ts'
import rules from '../../../domain/scheme/rules-delhi.json' with { type: 'json' }

const at = '2026-11-22T04:11:00.000Z'
const today = '2026-11-22'
const by = OperatorId.parse('sunita-devi')

/** Schemes as the terminal answers them, with what was told kept in memory. */
export function schemeAnswers(
  find: (id: PersonId) => Person | null,
  told: readonly Omit<SchemeFact, 'id' | 'at' | 'by'>[] = [],
): Handlers<typeof schemeChannels> {
  const { file } = checkRules(JSON.stringify(rules))
  if (file === null) throw new Error('The rules are not in order')
  const judge = judgeBy(file)
  let rows: readonly SchemeFact[] = told.map((row) => ({ ...row, id: factRowId(row.personId, row.fact), at, by }))
  let covers: readonly Coverage[] = []
  const standing = (id: PersonId) => {
    const person = find(id)
    if (person === null) return null
    const own = rows.filter(({ personId }) => personId === id)
    const facts = factsTogether(person, own)
    const signed = { seq: 4, issuedAt: '2026-11-01T05:00:00.000Z' }
    return {
      person,
      age: ageOn(person.birth, today),
      rules: { file, signed },
      rows: own,
      facts,
      covers: covers.filter(({ personId }) => personId === id),
      today,
      answers: judge(facts, today),
    }
  }
  const viewed = (id: PersonId, language: Parameters<typeof schemeView>[1]) => {
    const now = standing(id)
    return now === null ? null : schemeView(now, language)
  }
  return {
    'scheme.open': async ({ personId, language }) => viewed(personId, language),
    async 'scheme.note'({ personId, fact, known, language }) {
      const before = latestFacts(standing(personId)?.rows ?? []).get(fact)?.known ?? null
      const id = factRowId(personId, fact)
      rows = [...rows.filter((row) => row.id !== id), { id, personId, fact, known, at, by }]
      const view = viewed(personId, language)
      return view === null ? { kind: 'gone' } : { kind: 'noted', before, view }
    },
    async 'scheme.confirm'({ personId, scheme, language }) {
      const now = standing(personId)
      const answer = now?.answers.find((each) => each.scheme === scheme)
      if (now === null || answer === undefined) return { kind: 'gone' }
      const id = `01926c00-0000-7000-8000-0000000c${String(covers.length).padStart(4, '0')}`
      const confirmation = { id, personId, operator: by, at, today, until: null, subscriberId: null, seq: 4 }
      const cover = coverageOf(answer, file, now.facts, confirmation)
      if (cover === null) return { kind: 'not-yes' }
      covers = [...covers, cover]
      const view = viewed(personId, language)
      return view === null ? { kind: 'gone' } : { kind: 'confirmed', cover, view }
    },
    async 'scheme.withdraw'({ personId, cover, language }) {
      covers = covers.filter(({ id }) => id !== cover)
      const view = viewed(personId, language)
      return view === null ? { kind: 'gone' } : { kind: 'withdrawn', view }
    },
    'scheme.print': async () => ({ kind: 'printing', job: JobId.parse('01926c00-0000-7000-8000-0000000d0001') }),
  }
}
