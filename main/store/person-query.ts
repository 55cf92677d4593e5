import type { CardRecord } from '../../domain/card/card-record.ts'
import type { Visit } from '../../domain/hospital/token.ts'
import type { CardId, PersonId } from '../../domain/id.ts'
import type { OwnScript } from '../../domain/language.ts'
import type { Person } from '../../domain/person/person.ts'
import { nearShapes, SHAPE_LETTERS } from '../../domain/search/near-shape.ts'
import type { Database } from './database.ts'
import { linkedRecords, personPapers } from './linked-query.ts'
import type { LinkedRecords } from './linked-query.ts'
import { placeSound } from './place-sound.ts'
import { readRow } from './shared-table.ts'

/** Papers are always those of all records that are one person. */
export interface PersonQuery extends LinkedRecords {
  /** An FTS5 query over words, folds, place and year of birth; the newest records first. */
  matching(query: string, limit: number): readonly Person[]
  /** Of everybody whose whole name has this key (`foldWhole`), the newest. */
  byWhole(key: string, limit: number): readonly Person[]
  /** Words of names here that share a near shape with this one; most are near, some are not. */
  nearWords(shapes: readonly string[]): readonly string[]
  /** Words of names here that begin so; null when they are too many to be told. */
  wordsFrom(beginning: string): readonly string[] | null
  /** The same of places. */
  placesFrom(beginning: string): readonly string[] | null
  /** The same as `nearWords` for fold keys. */
  nearSounds(shapes: readonly string[]): readonly string[]
  byPhone(phone: string, limit: number): readonly Person[]
  /** By an ABHA number of fourteen digits; hardly ever more than one. */
  byAbha(number: string): readonly Person[]
  /** Of every card whose id begins with these hexadecimal digits. */
  byCardPrefix(digits: string): readonly Person[]
  /** Everybody who is linked to this person as a relative, the newest links first. */
  children(relative: PersonId): readonly Person[]
  byToken(day: string, prefix: string, number: number): readonly Person[]
  /** In every department, for many say the number of their token without its letter. */
  byTokenNumber(day: string, number: number): readonly Person[]
  visits(id: PersonId, limit: number): readonly Visit[]
  cards(id: PersonId): readonly CardRecord[]
  phoneUsers(phone: string): number
  isPlace(word: string): boolean
  /** The word of a place here that sounds like this one, in whatever script it is typed. */
  placeBySound(word: string): string | null
  /** Somebody here has a name with this fold key. */
  isNameSound(key: string): boolean
  isNameWord(word: string): boolean
  /** The ways people here write a Latin word in a script, the most usual first. */
  written(latin: string, script: OwnScript): readonly string[]
  cardByStatus(statusIndex: number): CardRecord | null
  /** How often this card was shown at two hospitals in too short a time. */
  cardFlags(card: CardId): number
}

type Body = { readonly body: string }

/** More shapes are read by nobody while a clerk waits. */
const MOST_SHAPES = 600
const MOST_PLACES = 64

const people = (rows: readonly Body[]): readonly Person[] => rows.map(({ body }) => readRow('person', body))

/** Written out so that a test can ask SQLite for the plan of each. */
export const personSql = {
  matching: `SELECT p.body FROM person_fts f JOIN person p ON p.pk = f.rowid
             WHERE person_fts MATCH ? ORDER BY f.rowid DESC LIMIT ?`,
  byWhole: 'SELECT body FROM person WHERE whole = ? ORDER BY pk DESC LIMIT ?',
  nearWords: 'SELECT word FROM near_word WHERE shape IN (SELECT value FROM json_each(?)) LIMIT 1000',
  wordsFrom: 'SELECT word FROM near_word WHERE shape >= ? AND shape < ? LIMIT ?',
  placesFrom: 'SELECT word FROM place_word WHERE word >= ? AND word < ? LIMIT ?',
  nearSounds: 'SELECT sound FROM near_sound WHERE shape IN (SELECT value FROM json_each(?)) LIMIT 500',
  byPhone: 'SELECT body FROM person WHERE phone = ? ORDER BY pk DESC LIMIT ?',
  byAbha: 'SELECT body FROM person WHERE abha = ? ORDER BY pk DESC LIMIT 20',
  byCardPrefix: `SELECT p.body FROM card c JOIN person p ON p.id = c.person_id
                 WHERE c.id >= ? AND c.id < ? LIMIT 20`,
  children: `SELECT p.body FROM family_link f JOIN person p ON p.id = f.person
             WHERE f.relative = ? AND f.body ->> '$.ended' IS NULL AND f.body ->> '$.relation' = 'parent'
             ORDER BY f.id DESC LIMIT 40`,
  byToken: `SELECT p.body FROM visit v JOIN person p ON p.id = v.person_id
            WHERE v.day = ? AND v.prefix = ? AND v.number = ?`,
  byTokenNumber: `SELECT p.body FROM visit v JOIN person p ON p.id = v.person_id
                  WHERE v.day = ? AND v.number = ? ORDER BY v.prefix`,
  visits: 'SELECT body FROM visit WHERE person_id = ? ORDER BY opened_at DESC LIMIT ?',
  cards: 'SELECT body FROM card WHERE person_id = ?',
  phoneUsers: 'SELECT count(*) FROM (SELECT 1 FROM person WHERE phone = ? LIMIT 100)',
  isPlace: 'SELECT 1 FROM place_word WHERE word = ?',
  isNameWord: 'SELECT 1 FROM name_word WHERE latin = ? LIMIT 1',
  isNameSound: 'SELECT 1 FROM near_sound WHERE shape = ? AND sound = ?',
  written: 'SELECT own FROM name_word WHERE latin = ? AND script = ? ORDER BY people DESC LIMIT 3',
  cardByStatus: 'SELECT body FROM card WHERE status_index = ? LIMIT 1',
  cardFlags: 'SELECT count(*) FROM card_flag WHERE card_id = ?',
} as const

export function personQuery(database: Database): PersonQuery {
  const matching = database.prepare<[string, number], Body>(personSql.matching)
  const byWhole = database.prepare<[string, number], Body>(personSql.byWhole)
  const nearWords = database.prepare<[string], string>(personSql.nearWords).pluck()
  const wordsFrom = database.prepare<[string, string, number], string>(personSql.wordsFrom).pluck()
  const placesFrom = database.prepare<[string, string, number], string>(personSql.placesFrom).pluck()
  const nearSounds = database.prepare<[string], string>(personSql.nearSounds).pluck()
  const byPhone = database.prepare<[string, number], Body>(personSql.byPhone)
  const byAbha = database.prepare<[string], Body>(personSql.byAbha)
  const byCardPrefix = database.prepare<[string, string], Body>(personSql.byCardPrefix)
  const children = database.prepare<[string], Body>(personSql.children)
  const byToken = database.prepare<[string, string, number], Body>(personSql.byToken)
  const byTokenNumber = database.prepare<[string, number], Body>(personSql.byTokenNumber)
  const visits = database.prepare<[string, number], Body>(personSql.visits)
  const cards = database.prepare<[string], Body>(personSql.cards)
  const phoneUsers = database.prepare<[string], number>(personSql.phoneUsers).pluck()
  const isPlace = database.prepare<[string], number>(personSql.isPlace)
  const isNameWord = database.prepare<[string], number>(personSql.isNameWord)
  const isNameSound = database.prepare<[string, string], number>(personSql.isNameSound)
  const written = database.prepare<[string, string], string>(personSql.written).pluck()
  const cardByStatus = database.prepare<[number], Body>(personSql.cardByStatus)
  const cardFlags = database.prepare<[string], number>(personSql.cardFlags).pluck()

  const ofEachRecord: Omit<PersonQuery, keyof LinkedRecords> = {
    matching: (query, limit) => people(matching.all(query, limit)),
    byWhole: (key, limit) => people(byWhole.all(key, limit)),
    nearWords: (shapes) => [...new Set(nearWords.all(JSON.stringify(shapes)))],
    wordsFrom(beginning) {
      // A shape holds the first letters of its words, or all of them but one.
      const start = beginning.slice(0, SHAPE_LETTERS)
      const words = wordsFrom.all(start, `${start}\u{10ffff}`, MOST_SHAPES)
      return words.length < MOST_SHAPES ? [...new Set(words.filter((word) => word.startsWith(beginning)))] : null
    },
    placesFrom(beginning) {
      const words = placesFrom.all(beginning, `${beginning}\u{10ffff}`, MOST_PLACES)
      return words.length < MOST_PLACES ? words : null
    },
    nearSounds: (shapes) => [...new Set(nearSounds.all(JSON.stringify(shapes)))],
    byPhone: (phone, limit) => people(byPhone.all(phone, limit)),
    byAbha: (number) => people(byAbha.all(number)),
    byCardPrefix: (digits) => people(byCardPrefix.all(digits, `${digits}g`)),
    children: (relative) => people(children.all(relative)),
    byToken: (day, prefix, number) => people(byToken.all(day, prefix, number)),
    byTokenNumber: (day, number) => people(byTokenNumber.all(day, number)),
    visits: (id, limit) => visits.all(id, limit).map(({ body }) => readRow('visit', body)),
    cards: (id) => cards.all(id).map(({ body }) => readRow('card', body)),
    phoneUsers: (phone) => phoneUsers.get(phone) ?? 0,
    isPlace: (word) => isPlace.get(word) !== undefined,
    placeBySound: placeSound(database),
    isNameWord: (word) => isNameWord.get(word) !== undefined,
    isNameSound: (key) => isNameSound.get(nearShapes(key)[0] ?? '', key) !== undefined,
    written: (latin, script) => written.all(latin, script),
    cardFlags: (card) => cardFlags.get(card) ?? 0,
    cardByStatus(statusIndex) {
      const row = cardByStatus.get(statusIndex)
      return row === undefined ? null : readRow('card', row.body)
    },
  }
  return personPapers(ofEachRecord, linkedRecords(database))
}
