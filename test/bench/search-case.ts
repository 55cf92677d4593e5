import { wordFor } from '../../build/demo/seed/name-table.ts'
import type { Random } from '../../build/demo/seed/random.ts'
import { spellings } from '../../build/demo/seed/spelling.ts'
import type { OwnScript } from '../../domain/language.ts'
import { ownScripts } from '../../domain/language.ts'
import { ageOn } from '../../domain/person/person.ts'
import type { Person } from '../../domain/person/person.ts'

/** Somebody stands at the counter, and this is what the clerk types. */
export interface SearchCase {
  readonly kind: string
  readonly name: string
  readonly age: number | null
  readonly person: Person
}

/** With more bearers than this, nobody could say which of them belongs into the first three. */
const MOST_BEARERS = 3

type Typed = (person: Person, random: Random) => string | null

const ownName =
  (script: OwnScript): Typed =>
  ({ name: { own } }) =>
    own?.script === script ? own.text : null

const kinds: Readonly<Record<string, Typed>> = {
  'as on record, Latin': ({ name }) => name.latin.toLowerCase(),
  'as on record, Devanagari': ownName('Deva'),
  'as on record, Gurmukhi': ownName('Guru'),
  'as on record, Urdu': ownName('Arab'),
  'another Latin spelling': ({ name }, random) => respelt(name.latin, random)?.toLowerCase() ?? null,
  'a script not on record': ({ name }, random) => {
    const script = random.pick(ownScripts.filter((each) => each !== name.own?.script))
    return name.latin
      .split(' ')
      .map((word) => wordFor(word)[script])
      .join(' ')
  },
  'a slip of the finger': ({ name }, random) => slipped(name.latin.toLowerCase(), random),
}

/** So many cases of every kind, each of another person; the same people and stream give the same cases. */
export function searchCases(people: readonly Person[], random: Random, each: number, today: string): SearchCase[] {
  const bearers = countNames(people)
  const rare = (person: Person, typed: string): boolean => {
    const named = [typed.toLowerCase(), person.name.latin.toLowerCase(), person.name.own?.text ?? '']
    return named.every((name) => (bearers.get(name) ?? 0) <= MOST_BEARERS)
  }
  const named = Object.entries(kinds).flatMap(([kind, typed]) => {
    const found: SearchCase[] = []
    for (const person of random.shuffled(people)) {
      if (found.length === each) break
      const name = typed(person, random)
      if (name !== null && rare(person, name)) found.push({ kind, name, age: null, person })
    }
    return found
  })
  const aged = random.shuffled(people).slice(0, each)
  return [
    ...named,
    ...aged.map((person) => ({
      kind: 'any name, with the age',
      name: person.name.latin.toLowerCase(),
      age: ageOn(person.birth, today),
      person,
    })),
  ]
}

function countNames(people: readonly Person[]): ReadonlyMap<string, number> {
  const bearers = new Map<string, number>()
  for (const { name } of people) {
    for (const each of [name.latin.toLowerCase(), ...(name.own === null ? [] : [name.own.text])]) {
      bearers.set(each, (bearers.get(each) ?? 0) + 1)
    }
  }
  return bearers
}

const spellingGroups = Object.entries(spellings).map(([standard, variants]) => [standard, ...variants])

/** The same name with one of its words in another spelling, or null when none of them has another. */
function respelt(latin: string, random: Random): string | null {
  const words = latin.split(' ')
  const places = words.flatMap((word, at) => {
    const group = spellingGroups.find((spelt) => spelt.includes(word))
    return group === undefined ? [] : [{ at, others: group.filter((other) => other !== word) }]
  })
  if (places.length === 0) return null
  const { at, others } = random.pick(places)
  return words.with(at, random.pick(others)).join(' ')
}

/** Two letters changed places, one was left out or one was struck twice; never the first of a word. */
function slipped(text: string, random: Random): string {
  const places = Array.from({ length: text.length - 2 }, (_, at) => at + 1).filter(
    (at) => text[at - 1] !== ' ' && text[at] !== ' ' && text[at + 1] !== ' ',
  )
  if (places.length === 0) return text
  const at = random.pick(places)
  const [before, letter, next, after] = [text.slice(0, at), text[at] ?? '', text[at + 1] ?? '', text.slice(at + 2)]
  return before + random.pick([next + letter, next, letter + letter + next]) + after
}
