import bundled from '../../domain/scheme/rules-delhi.json' with { type: 'json' }
import type { RunBy } from '../../domain/hospital/facility.ts'
import { PersonId } from '../../domain/id.ts'
import type { SchemeAnswer } from '../../domain/scheme/answer.ts'
import { factsTogether, treatedAt } from '../../domain/scheme/facts-together.ts'
import { judgeBy } from '../../domain/scheme/judge.ts'
import { RuleFile } from '../../domain/scheme/rule-file.ts'
import type { SchemeFact } from '../../domain/scheme/scheme-fact.ts'
import { linkedPeople } from '../clinical/linked-people.ts'
import type { Store } from '../database/schema.ts'
import { findByTerm, findRecord } from '../record/record-store.ts'
import { readRulesInForce } from './rules.ts'

export interface JudgedHere {
  readonly file: RuleFile
  readonly answers: readonly SchemeAnswer[]
}

/** A person's schemes on a day, worked out as a desk does: same record, same words, same rules. Null for nobody. */
export async function judgeHere(store: Store, id: string, today: string): Promise<JudgedHere | null> {
  const asked = PersonId.safeParse(id)
  if (!asked.success) return null
  const people = await linkedPeople(store, asked.data)
  const person = await findRecord(store, 'person', people[0] ?? asked.data)
  if (person === null) return null
  const rows: SchemeFact[] = []
  for (const value of people) {
    const found = await findByTerm(store, 'scheme_fact', { field: 'person', value })
    rows.push(...found.map(({ row }) => row))
  }
  const file = (await readRulesInForce(store))?.file ?? RuleFile.parse(bundled)
  return {
    file,
    answers: judgeBy(file)(factsTogether(person.row, rows, treatedAt(await runByOf(store, person.row.id))), today),
  }
}

/** Who runs the hospital that holds a person; the first of several. */
async function runByOf(store: Store, person: string): Promise<RunBy | undefined> {
  const [held] = await store
    .selectFrom('member')
    .select('facility')
    .where('person', '=', person)
    .orderBy('facility')
    .limit(1)
    .execute()
  return held === undefined ? undefined : (await findRecord(store, 'facility', held.facility))?.row.runBy
}
