import { linkSet } from '../../domain/person/link-set.ts'
import type { Person } from '../../domain/person/person.ts'
import { unreachable } from '../../domain/result.ts'
import { FindRequest, MOST_FOUND } from '../../domain/wire/find.ts'
import type { FindBy } from '../../domain/wire/find.ts'
import type { Store, TerminalTable } from '../database/schema.ts'
import { accessRow, keepAccess } from '../fhir/audit/access.ts'
import type { HimsInside } from '../hims.ts'
import { linksAround } from '../merge/person-links.ts'
import { findByTerm, findRecord } from '../record/record-store.ts'
import { answer, common, refusal } from './answer.ts'
import type { Answer } from './answer.ts'
import type { Call } from './handler.ts'

/** So many questions a terminal may ask in a minute: a queue needs some, whoever lists a city needs many. */
const MOST_ASKED = 30
const MINUTE = 60_000

type AnswerFind = (inside: HimsInside, terminal: TerminalTable, asked: FindRequest) => Promise<Answer>

/** Counts what each terminal asked in the last minute. */
function askedLately(): (terminal: string, now: number) => boolean {
  const asked = new Map<string, readonly number[]>()
  return (terminal, now) => {
    const lately = (asked.get(terminal) ?? []).filter((at) => at > now - MINUTE)
    if (lately.length >= MOST_ASKED) return false
    asked.set(terminal, [...lately, now])
    return true
  }
}

/** People outside of what a desk holds, by something that only they could have told it; each question is written down. */
export function findCall(): Call<FindRequest> & { readonly handle: AnswerFind } {
  const mayAsk = askedLately()
  const handle: AnswerFind = async (inside, terminal, { by }) => {
    if (terminal.role !== 'desk') return refusal({ problem: 'bad-request', detail: 'only a desk asks this' })
    if (!mayAsk(terminal.id, inside.world.now())) {
      return refusal({ problem: 'busy', detail: `${MOST_ASKED} questions a minute` }, 429)
    }
    const people = await once(inside.store, await found(inside.store, by))
    const told = people.slice(0, MOST_FOUND)
    await inside.commit(1 + told.length, (store) =>
      keepAccess(
        store,
        (told.length === 0 ? [null] : told.map(({ id }) => id)).map((person) =>
          accessRow(
            {
              client: terminal.id,
              action: 'search-type',
              outcome: 0,
              type: 'Patient',
              target: person,
              person,
              query: `by=${by.kind}`,
            },
            inside.world,
          ),
        ),
      ),
    )
    return answer({ ...common(inside), people: told, more: people.length > told.length })
  }
  return { schema: FindRequest, handle }
}

async function found(store: Store, by: FindBy): Promise<readonly Person[]> {
  switch (by.kind) {
    case 'phone':
      return rows(await findByTerm(store, 'person', { field: 'phone', value: by.phone }))
    case 'abha':
      return rows(await findByTerm(store, 'person', { field: 'abha', value: by.number }))
    case 'card':
      return ofCards(store, by.digits)
    case 'person':
      return rows([await findRecord(store, 'person', by.id)].filter((person) => person !== null))
    default:
      return unreachable(by)
  }
}

const rows = <Row>(records: readonly { readonly row: Row }[]): readonly Row[] => records.map(({ row }) => row)

async function ofCards(store: Store, digits: string): Promise<readonly Person[]> {
  const cards = await store
    .selectFrom('record')
    .select('id')
    .where('name', '=', 'card')
    .where('id', '>=', digits)
    .where('id', '<', `${digits}g`)
    .limit(MOST_FOUND)
    .execute()
  const people: Person[] = []
  for (const { id } of cards) {
    const card = await findRecord(store, 'card', id)
    const person = card === null ? null : await findRecord(store, 'person', card.row.personId)
    if (person !== null) people.push(person.row)
  }
  return people
}

/** Whoever has several records is told once, as the one that is kept. */
async function once(store: Store, people: readonly Person[]): Promise<readonly Person[]> {
  const kept = new Map<string, Person>()
  for (const person of people) {
    const id = linkSet(await linksAround(store, person.id)).canonical(person.id)
    if (kept.has(id)) continue
    const row = id === person.id ? person : (await findRecord(store, 'person', id))?.row
    if (row !== undefined) kept.set(id, row)
  }
  return [...kept.values()]
}
