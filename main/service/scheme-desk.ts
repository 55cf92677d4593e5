import type { z } from 'zod'

import type { Handlers } from '../../contract/channel.ts'
import type { schemeChannels } from '../../contract/scheme.ts'
import { JobId, MutationId } from '../../domain/id.ts'
import type { OperatorId, PersonId } from '../../domain/id.ts'
import { ageOn } from '../../domain/person/person.ts'
import type { Person } from '../../domain/person/person.ts'
import { coverageOf } from '../../domain/scheme/confirm.ts'
import type { Coverage } from '../../domain/scheme/coverage.ts'
import { factsTogether, treatedAt } from '../../domain/scheme/facts-together.ts'
import { judgeBy } from '../../domain/scheme/judge.ts'
import type { Judge } from '../../domain/scheme/judge.ts'
import { fits } from '../../domain/scheme/known.ts'
import type { Known } from '../../domain/scheme/known.ts'
import type { RuleFile } from '../../domain/scheme/rule-file.ts'
import { factRowId, latestFacts } from '../../domain/scheme/scheme-fact.ts'
import type { SchemeFact } from '../../domain/scheme/scheme-fact.ts'
import { schemeQuery } from '../store/scheme-query.ts'
import type { RulesHere } from '../store/scheme-rules.ts'
import type { Bench } from './bench.ts'
import { personHere } from './person-view.ts'
import { schemePaper } from './scheme-paper.ts'
import { schemeView } from './scheme-view.ts'
import type { Standing } from './scheme-view.ts'

type Channels = typeof schemeChannels
type Asked<Name extends keyof Channels> = z.output<Channels[Name]['input']>
type Told<Name extends keyof Channels> = z.input<Channels[Name]['output']>

/** A judge is made once for each edition of the rules. */
function judges(): (rules: RulesHere) => Judge {
  let made: { readonly file: RuleFile; readonly judge: Judge } | null = null
  return ({ file }) => {
    if (made?.file !== file) made = { file, judge: judgeBy(file) }
    return made.judge
  }
}

/** Schemes at the desk: the same answers with and without HIMS, since both work them out from the same signed rules. */
export function schemeHandlers(bench: Bench): Handlers<Channels> {
  const { store } = bench
  const query = schemeQuery(store.database)
  const judgeFor = judges()

  /** Everything about a person as it stands here and now; null for nobody. */
  const standing = (id: PersonId): Standing | null => {
    const person = personHere(store, id)
    if (person === null) return null
    const rules = bench.cards.rules()
    const records = store.people.records(person.id)
    const rows = records.flatMap((each) => query.facts(each))
    const covers = records.flatMap((each) => query.covers(each))
    const facts = factsTogether(person, rows, treatedAt(store.device.read().facility?.runBy))
    const today = bench.today()
    return {
      person,
      age: ageOn(person.birth, today),
      rules,
      rows,
      facts,
      covers,
      today,
      answers: judgeFor(rules)(facts, today),
    }
  }
  const viewed = (id: PersonId, language: Asked<'scheme.open'>['language']) => {
    const now = standing(id)
    return now === null ? null : schemeView(now, language)
  }

  function note({ personId, fact, known, language }: Asked<'scheme.note'>): Told<'scheme.note'> {
    const now = standing(personId)
    const asked = now?.rules.file.facts.find(({ id }) => id === fact)
    if (now === null || asked === undefined || (known !== null && !fits(asked, known.value))) return { kind: 'gone' }
    const before = latestFacts(now.rows).get(fact)?.known ?? null
    const saved = bench.save((write) => {
      const rows = rowsFor(now, { fact, known, at: write.at, by: operatorOf(bench) })
      for (const row of rows) write.put('scheme_fact', row)
      write.tellHims(MutationId.parse(bench.newId()), { kind: 'facts.noted', facts: rows }, now.person.name.latin)
      write.audit(known === null ? 'fact.taken-back' : 'fact.noted', `${now.person.id} ${fact}`)
    })
    if (!saved.ok) return { kind: 'not-saved', cause: saved.problem }
    const view = viewed(personId, language)
    return view === null ? { kind: 'gone' } : { kind: 'noted', before, view }
  }

  function keep(person: Person, cover: Coverage, deed: string): ReturnType<Bench['save']> {
    return bench.save((write) => {
      write.put('coverage', cover)
      write.tellHims(
        MutationId.parse(bench.newId()),
        { kind: 'coverage.confirmed', coverage: cover },
        person.name.latin,
      )
      write.audit(deed, `${person.id} ${cover.scheme}`)
    })
  }

  function confirm({ personId, scheme, language }: Asked<'scheme.confirm'>): Told<'scheme.confirm'> {
    const now = standing(personId)
    const answer = now?.answers.find((each) => each.scheme === scheme)
    if (now === null || answer === undefined) return { kind: 'gone' }
    const cover = coverageOf(answer, now.rules.file, now.facts, {
      id: bench.newId(),
      personId: now.person.id,
      operator: operatorOf(bench),
      at: bench.now().toISOString(),
      today: now.today,
      until: null,
      subscriberId: null,
      seq: now.rules.signed?.seq ?? null,
    })
    if (cover === null) return { kind: 'not-yes' }
    const saved = keep(now.person, cover, 'coverage.confirmed')
    if (!saved.ok) return { kind: 'not-saved', cause: saved.problem }
    const view = viewed(personId, language)
    return view === null ? { kind: 'gone' } : { kind: 'confirmed', cover, view }
  }

  function withdraw({ personId, cover: id, language }: Asked<'scheme.withdraw'>): Told<'scheme.withdraw'> {
    const now = standing(personId)
    const cover = now?.covers.find((each) => each.id === id)
    if (now === null || cover === undefined) return { kind: 'gone' }
    const saved = keep(now.person, { ...cover, status: 'entered-in-error' }, 'coverage.withdrawn')
    if (!saved.ok) return { kind: 'not-saved', cause: saved.problem }
    const view = viewed(personId, language)
    return view === null ? { kind: 'gone' } : { kind: 'withdrawn', view }
  }

  function print({ personId }: Asked<'scheme.print'>): Told<'scheme.print'> {
    const now = standing(personId)
    const paper = now === null ? null : schemePaper(bench, now)
    if (now === null || paper === null) return { kind: 'gone' }
    const job = JobId.parse(bench.newId())
    const saved = bench.save((write) => {
      write.print(job, paper, now.person.name.latin)
      write.audit('schemes.printed', now.person.id)
    })
    return saved.ok ? { kind: 'printing', job } : { kind: 'not-saved', cause: saved.problem }
  }

  return {
    'scheme.open': async ({ personId, language }) => viewed(personId, language),
    'scheme.note': async (asked) => note(asked),
    'scheme.confirm': async (asked) => confirm(asked),
    'scheme.withdraw': async (asked) => withdraw(asked),
    'scheme.print': async (asked) => print(asked),
  }
}

interface Word {
  readonly fact: string
  readonly known: Known | null
  readonly at: string
  readonly by: OperatorId
}

/** The person's row; an answer that is taken back is taken back in every record that is this person. */
function rowsFor({ person, rows }: Standing, { fact, known, at, by }: Word): SchemeFact[] {
  const others = rows.filter((row) => row.fact === fact && row.personId !== person.id && row.known !== null)
  const owners = known === null ? [person.id, ...others.map(({ personId }) => personId)] : [person.id]
  return owners.map((personId) => ({ id: factRowId(personId, fact), personId, fact, known, at, by }))
}

const operatorOf = ({ session }: Bench): OperatorId => {
  const now = session()
  if (now.kind !== 'unlocked') throw new Error('A locked page asks nothing')
  return now.operator
}
