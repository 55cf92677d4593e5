import { linkSet } from '../../domain/person/link-set.ts'
import type { Person } from '../../domain/person/person.ts'
import { unreachable } from '../../domain/result.ts'
import { FindRequest, MOST_FOUND, MOST_NAMED } from '../../domain/wire/find.ts'
import type { FindBy, FindReply } from '../../domain/wire/find.ts'
import type { Store, TerminalTable } from '../database/schema.ts'
import { accessRow, keepAccess } from '../fhir/audit/access.ts'
import type { HimsInside } from '../hims.ts'
import { linksAround } from '../merge/person-links.ts'
import { soundsReady } from '../record/sound-keys.ts'
import { findByTerm, findRecord } from '../record/record-store.ts'
import { dayInDelhi } from '../world.ts'
import { answer, common, refusal } from './answer.ts'
import type { Answer } from './answer.ts'
import { findByName } from './find-by-name.ts'
import type { Call } from './handler.ts'

/** So many questions a terminal may ask in a minute, and so many of them by name: whoever lists a city needs many. */
const MOST_ASKED = 30
const MOST_BY_NAME = 12
const MINUTE = 60_000

type AnswerFind = (inside: HimsInside, terminal: TerminalTable, asked: FindRequest) => Promise<Answer>

/** Counts what each terminal asked in the last minute. */
function askedLately(most: number): (terminal: string, now: number) => boolean {
  const asked = new Map<string, readonly number[]>()
  return (terminal, now) => {
    const lately = (asked.get(terminal) ?? []).filter((at) => at > now - MINUTE)
    if (lately.length >= most) return false
    asked.set(terminal, [...lately, now])
    return true
  }
}

/** People outside of what a desk holds, by what they told it; each question is written down. */
export function findCall(): Call<FindRequest> & { readonly handle: AnswerFind } {
  const [mayAsk, mayAskByName] = [askedLately(MOST_ASKED), askedLately(MOST_BY_NAME)]
  const handle: AnswerFind = async (inside, terminal, { by }) => {
    if (terminal.role !== 'desk') return refusal({ problem: 'bad-request', detail: 'only a desk asks this' })
    const now = inside.world.now()
    if (!mayAsk(terminal.id, now)) {
      return refusal({ problem: 'busy', detail: `${MOST_ASKED} questions a minute` }, 429)
    }
    if (by.kind === 'name' && !mayAskByName(terminal.id, now)) {
      return refusal({ problem: 'busy', detail: `${MOST_BY_NAME} questions by name a minute` }, 429)
    }
    const people = await once(inside.store, await found(inside.store, by, dayInDelhi(now)))
    const told = people.slice(0, by.kind === 'name' ? MOST_NAMED : MOST_FOUND)
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
              query: askedBy(by),
            },
            inside.world,
          ),
        ),
      ),
    )
    return answer({
      ...common(inside),
      server: inside.hub === null ? 'hims' : 'hub',
      people: by.kind === 'name' ? told.map(glimpse) : told,
      more: people.length > told.length,
      ...(by.kind === 'name' && !(await soundsReady(inside.store)) ? { preparing: true } : {}),
      held: await heldBy(inside.store, told),
    } satisfies FindReply)
  }
  return { schema: FindRequest, handle }
}

/** What the log says of a question; who was looked for stands in it only when they were found. */
function askedBy(by: FindBy): string {
  if (by.kind !== 'name') return `by=${by.kind}`
  const facts = [
    `words=${by.words.length}`,
    ...(by.place === null ? [] : ['place']),
    ...(by.phoneEnd === null ? [] : ['phone']),
  ]
  return ['by=name', ...facts, ...(by.pressed ? ['pressed'] : [])].join('&')
}

/** Enough to tell whether it is the person at the desk, and nothing to keep of somebody else. */
const glimpse = ({ id, registeredAt, name, sex, birth, address, guardian, language }: Person): Person => ({
  id,
  registeredAt,
  name,
  sex,
  birth,
  language,
  address: { house: '', locality: address.locality, district: address.district, pin: null },
  guardian: guardian === null ? null : { relation: guardian.relation, name: guardian.name },
  phone: null,
  abha: null,
  bloodGroup: null,
  evidence: null,
})

/** The hospitals of each. */
async function heldBy(store: Store, people: readonly Person[]): Promise<FindReply['held']> {
  const persons = people.map(({ id }) => id)
  if (persons.length === 0) return []
  const rows = await store.selectFrom('member').selectAll().where('person', 'in', persons).execute()
  const held = Map.groupBy(rows, ({ person }) => person)
  return persons.map((person) => ({ person, by: (held.get(person) ?? []).slice(0, 8).map(({ facility }) => facility) }))
}

async function found(store: Store, by: FindBy, today: string): Promise<readonly Person[]> {
  switch (by.kind) {
    case 'name':
      return (await findByName(store, by, today)).slice(0, MOST_FOUND)
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
