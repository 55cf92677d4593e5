import { randomFrom } from '../../../build/demo/seed/random.ts'
import type { Random } from '../../../build/demo/seed/random.ts'
import { spellings } from '../../../build/demo/seed/spelling.ts'
import { ageOn } from '../../../domain/person/person.ts'
import type { Person } from '../../../domain/person/person.ts'
import { localityWritings } from './localities.ts'
import { misheard } from './misheard.ts'
import type { Script } from './misheard.ts'
import { writings } from './spelt-otherwise.ts'

/** Somebody stands at the counter, and this is what the clerk types. */
export interface SearchCase {
  readonly script: Script
  readonly how: How
  /** What was asked after the name, since others bear it too. */
  readonly asked: Asked
  readonly typed: string
  readonly person: Person
}

export const scripts = ['Latn', 'Deva', 'Guru', 'Arab'] as const
/** `spelt`: another usual spelling, or another script; the other two are slips. */
export const hows = ['spelt', 'ear', 'hand'] as const
export type How = (typeof hows)[number]
export type Asked = 'name' | 'name, age' | 'name, age, locality' | 'name, phone' | 'name, parent'

/** Three are shown at once: of more than three who answer alike nobody could say which belong there. */
const MOST_ALIKE = 3

/** Cases without end, the same for the same seed: each script and each way of misspelling in turn. */
export function* searchCases(people: readonly Person[], seed: string, today: string): Generator<SearchCase> {
  const random = randomFrom(`search/${seed}`)
  const ask = asking(people, today)
  const streams = scripts.flatMap((script) => hows.map((how) => stream(people, script, how, random)))
  for (;;) {
    for (const next of streams) {
      const { person, name, script, how } = next()
      const asked = ask(person, script, random)
      if (asked !== null) yield { script, how, asked: asked.asked, typed: `${name} ${asked.more}`.trim(), person }
    }
  }
}

interface Named {
  readonly person: Person
  readonly name: string
  readonly script: Script
  readonly how: How
}

/** Everybody in turn, whose name can be written so. */
function stream(people: readonly Person[], script: Script, how: How, random: Random): () => Named {
  let waiting: Person[] = []
  return () => {
    for (;;) {
      if (waiting.length === 0) waiting = [...random.shuffled(people)]
      const person = waiting.pop()
      if (person === undefined) throw new Error('There is nobody to look for')
      const name = how === 'spelt' ? spelt(person, script, random) : slipped(person, script, how, random)
      if (name !== null && name !== nameIn(person, script)) return { person, name, script, how }
    }
  }
}

const nameIn = ({ name }: Person, script: Script): string | null =>
  script === 'Latn' ? name.latin.toLowerCase() : name.own?.script === script ? name.own.text : null

/** Every word as another hand writes it. */
function spelt({ name }: Person, script: Script, random: Random): string | null {
  const words = name.latin.split(' ').map((word) => writings.get(usual(word))?.[script])
  return words.every((some) => some !== undefined) ? words.map((some) => random.pick(some ?? [])).join(' ') : null
}

function slipped(person: Person, script: Script, slip: 'ear' | 'hand', random: Random): string | null {
  const name = nameIn(person, script)
  return name === null ? null : misheard(name, script, slip, random)
}

const standard = new Map(
  Object.entries(spellings).flatMap(([usualSpelling, others]) => others.map((other) => [other, usualSpelling])),
)

/** The spelling that the generator made this one of. */
const usual = (word: string): string => standard.get(word) ?? word

/** Two people bear one name when the generator took the same words for both, however they write them. */
const nameOf = ({ name }: Person): string => name.latin.split(' ').map(usual).toSorted().join(' ')

/** One person whom two counters wrote down. */
export const isSame = (one: Person, other: Person): boolean =>
  one.id === other.id ||
  (one.phone !== null &&
    one.phone === other.phone &&
    nameOf(one) === nameOf(other) &&
    one.guardian?.name === other.guardian?.name)

/** What a clerk asks for until at most three can be meant, and sometimes more: the age or year of birth, where they live, the phone or a parent. */
function asking(people: readonly Person[], today: string) {
  const bearers = Map.groupBy(people, nameOf)
  return (person: Person, script: Script, random: Random): { readonly asked: Asked; readonly more: string } | null => {
    const alike = bearers.get(nameOf(person)) ?? []
    const years = ageOn(person.birth, today)
    const told = person.birth.kind === 'age' ? Math.max(0, years + random.between(-1, 1)) : years
    const aged = alike.filter(({ birth }) => Math.abs(ageOn(birth, today) - told) <= 2)
    const near = aged.filter(({ address }) => address.locality === person.address.locality)
    const enough = [alike, aged, near].findIndex(({ length }) => length <= MOST_ALIKE)
    if (enough < 0) {
      const parent = person.guardian?.name
      const children = near.filter(({ guardian }) => guardian?.name === parent)
      if (parent !== undefined && children.length <= MOST_ALIKE && (person.phone === null || random.chance(0.5)))
        return { asked: 'name, parent', more: `${person.sex === 'female' ? 'd/o' : 's/o'} ${parent.toLowerCase()}` }
      return person.phone === null ? null : { asked: 'name, phone', more: person.phone }
    }
    const place = toldPlace(person.address.locality, script, random)
    const born = person.birth.kind === 'date' ? person.birth.on.slice(0, 4) : String(Number(today.slice(0, 4)) - told)
    const age = random.chance(0.3) ? born : String(told)
    const asked = [
      { asked: 'name', more: '' },
      { asked: 'name, age', more: age },
      { asked: 'name, age, locality', more: random.chance(0.5) ? `${age} ${place}` : `${place} ${age}` },
    ] as const
    return asked[random.between(enough, 2)] ?? null
  }
}

/** Whole, its first word, as the clerk heard it, or in the script that they type. */
function toldPlace(locality: string, script: Script, random: Random): string {
  const own = script === 'Latn' ? undefined : localityWritings.get(locality)?.[script]
  if (own !== undefined && random.chance(0.6)) return own
  const whole = locality.toLowerCase()
  const [first = whole] = whole.split(' ')
  return random.weighted([
    [whole, 5],
    [first.length > 3 ? first : whole, 3],
    [misheard(whole, 'Latn', 'ear', random) ?? whole, 2],
  ])
}
