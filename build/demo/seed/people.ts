import type { Person } from '../../../domain/person/person.ts'
import { castOf } from './cast.ts'
import { makeHousehold } from './household.ts'
import type { Random } from './random.ts'
import { namesakes, writtenTwice } from './trap.ts'

/** Exactly so many people, oldest registration first. */
export function makePeople(random: Random, today: string, count: number): readonly Person[] {
  const people = [...castOf(random, today), ...namesakes(random, today), ...writtenTwice(random, today)]
  while (people.length < count) people.push(...makeHousehold(random, today))
  return people.slice(0, count).toSorted((left, right) => (left.id < right.id ? -1 : 1))
}
