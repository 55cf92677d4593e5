import { sql } from 'kysely'
import type { ExpressionBuilder } from 'kysely'

import type { Person } from '../../domain/person/person.ts'
import { ranking } from '../../domain/search/person-rank.ts'
import type { Ranked } from '../../domain/search/person-rank.ts'
import { soundKey, soundsTyped, yearsAround, YEAR_PART } from '../../domain/search/sound-key.ts'
import type { FindBy } from '../../domain/wire/find.ts'
import type { Schema, Store, TermTable } from '../database/schema.ts'
import { SOUND_FIELD } from '../record/term.ts'

export type NameAsked = Extract<FindBy, { readonly kind: 'name' }>

/** So many records are read for one question, those of about that age first. */
const MOST_READ = 1500
/** So far is counted who bears a word. */
const MOST_COUNTED = 20_000

type Sounds = readonly string[]

/**
 * People by how their name sounds, their age and whatever else was said, the likeliest first. What was said of a place or a
 * phone has to fit: it is what shows that the asker knows the person.
 */
export async function findByName(store: Store, asked: NameAsked, today: string): Promise<readonly Person[]> {
  const words = soundsTyped(asked.words)
  if (words.length === 0) return []
  const years = yearsAround(asked.age, today)
  const counted: { readonly word: Sounds; readonly bearers: number }[] = []
  for (const word of words) counted.push({ word, bearers: await bearersOf(store, keysOf(word, years)) })
  const [rarest, ...others] = counted.toSorted((one, other) => one.bearers - other.bearers)
  if (rarest === undefined) return []
  const rank = ranking({ ...asked, guardian: [], phone: null, shortCode: null, abha: null }, today)
  const rest = others.map(({ word }) => word)
  const fitting = fit(await bearing(store, rarest.word, years, rest), rank)
  if (fitting.length > 0 || others.length === 0) return fitting
  // One word may be written as nobody writes it: the rarest of the others is enough, where all else fits.
  const next = [rarest, ...others].find(({ bearers }) => bearers > 0)
  return next === undefined ? [] : fit(await bearing(store, next.word, years, []), rank)
}

const keysOf = (sounds: Sounds, years: readonly number[]): readonly string[] =>
  sounds.flatMap((sound) => years.map((year) => soundKey(year, sound)))

/** How many bear one of these keys, as far as it matters. */
async function bearersOf(store: Store, keys: readonly string[]): Promise<number> {
  const bearers = store
    .selectFrom('term')
    .select('id')
    .where('name', '=', 'person')
    .where('field', '=', SOUND_FIELD)
    .where('value', 'in', [...keys])
    .limit(MOST_COUNTED)
  const { count } = await store
    .selectFrom(bearers.as('bearers'))
    .select((eb) => eb.fn.countAll<number | string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** The rows of people who bear one of these keys, and every other word in the same year. */
export const bearingQuery = (store: Store, keys: readonly string[], others: readonly Sounds[], most = MOST_READ) =>
  store
    .selectFrom('term as t')
    .innerJoin('record as r', (join) => join.on('r.name', '=', 'person').onRef('r.id', '=', 't.id'))
    .select('r.row')
    .where('t.name', '=', 'person')
    .where('t.field', '=', SOUND_FIELD)
    .where('t.value', 'in', [...keys])
    .where((eb) => eb.and(others.map((sounds) => eb.exists(sameYear(eb, sounds)))))
    .limit(most)

const sameYear = (eb: ExpressionBuilder<Schema & { readonly t: TermTable }, 't'>, sounds: Sounds) =>
  eb
    .selectFrom('term as o')
    .select('o.id')
    .where('o.name', '=', 'person')
    .where('o.field', '=', SOUND_FIELD)
    .where(
      'o.value',
      'in',
      sounds.map((sound) => sql<string>`substr(t.value, 1, ${sql.lit(YEAR_PART)}) || ${sound}`),
    )
    .whereRef('o.id', '=', 't.id')

/** So many of the likeliest years are looked through before the others. */
const LIKELIEST = 3

async function bearing(
  store: Store,
  word: Sounds,
  years: readonly number[],
  others: readonly Sounds[],
): Promise<readonly string[]> {
  const rows: string[] = []
  for (const some of [years.slice(0, LIKELIEST), years.slice(LIKELIEST)]) {
    const most = MOST_READ - rows.length
    if (most <= 0) break
    rows.push(...(await bearingQuery(store, keysOf(word, some), others, most).execute()).map(({ row }) => row))
  }
  return rows
}

function fit(rows: readonly string[], rank: (person: Person) => Ranked): readonly Person[] {
  return rows
    .map((row): unknown => JSON.parse(row))
    .filter(isPerson)
    .map(rank)
    .filter(({ reasons }) => reasons.every(({ match }) => match !== 'different'))
    .toSorted((one, other) => other.score - one.score)
    .map(({ person }) => person)
}

/** Each row was read by its whole shape when it came; to do so again for a thousand of them would take a tenth of a second. */
const isPerson = (row: unknown): row is Person => typeof row === 'object' && row !== null && 'birth' in row
