import type { Address, Guardian, Person } from '../../../domain/person/person.ts'
import { addressIn, familyPhone, someLocality, somePhone } from './address.ts'
import type { Relative, Role } from './family.ts'
import { makeFamily } from './family.ts'
import type { Community, NameWord } from './name-table.ts'
import { fullName, latinOf, namingHabit, personName } from './naming.ts'
import type { Random } from './random.ts'
import type { Speech } from './speech.ts'
import { speechWeights } from './speech.ts'
import { birthTold, firstDay, register } from './registering.ts'

const communityWeights: readonly (readonly [Community, number])[] = [
  ['hindu', 60],
  ['muslim', 19],
  ['sikh', 10],
  ['christian', 4],
  ['northEast', 3],
  ['south', 4],
]

/** How many of one household are on the books. */
const sizeWeights: readonly (readonly [number, number])[] = [
  [1, 30],
  [2, 22],
  [3, 17],
  [4, 13],
  [5, 9],
  [6, 5],
  [7, 3],
  [8, 2],
]

export function makeHousehold(random: Random, today: string): readonly Person[] {
  const community = random.weighted(communityWeights)
  const speech = random.weighted(speechWeights[community])
  const habit = namingHabit(random, community)
  const family = makeFamily(random, community, today).map((relative) => ({
    relative,
    words: fullName(random, habit, relative),
  }))
  const home = { speech, address: addressIn(random, someLocality(random)), phone: familyPhone(random) }
  return whoCame(random, family).map((member) => enter(random, member, family, home, today))
}

interface Member {
  readonly relative: Relative
  readonly words: readonly NameWord[]
}

interface Home {
  readonly speech: Speech
  readonly address: Address
  readonly phone: string | null
}

/** Twins always come together, so that every demonstration has them. */
function whoCame(random: Random, family: readonly Member[]): readonly Member[] {
  const twins = family.filter(({ relative }) => relative.role === 'twin')
  const others = random.shuffled(family.filter(({ relative }) => relative.living && relative.role !== 'twin'))
  return [...twins, ...others].slice(0, Math.max(twins.length, random.weighted(sizeWeights)))
}

function enter(random: Random, member: Member, family: readonly Member[], home: Home, today: string): Person {
  const { relative, words } = member
  const day = firstDay(random, relative.born, today)
  const knowsBirthday =
    relative.role === 'twin' || random.chance(relative.years < 18 ? 0.9 : relative.years < 50 ? 0.7 : 0.4)
  const ownPhone = relative.years >= 18 && home.phone !== null && random.chance(0.15)
  const draft = {
    name: personName(words, home.speech[1]),
    sex: relative.sex,
    birth: birthTold(relative.born, knowsBirthday, day),
    phone: ownPhone ? somePhone(random) : home.phone,
    address: home.address,
    guardian: random.chance(0.03) ? null : guardianOf(relative, family),
    language: home.speech[0],
    abha: null,
    bloodGroup: null,
    evidence: null,
  }
  return register(random, draft, day)
}

const guardianRole: Readonly<Record<Role, readonly [Guardian['relation'], Role] | null>> = {
  head: ['father', 'father'],
  wife: ['husband', 'head'],
  father: ['father', 'grandfather'],
  mother: ['husband', 'father'],
  grandfather: null,
  child: ['father', 'head'],
  twin: ['father', 'head'],
}

function guardianOf(relative: Relative, family: readonly Member[]): Guardian | null {
  const [relation, role] = guardianRole[relative.role] ?? []
  const guardian = family.find((member) => member.relative.role === role)
  return relation === undefined || guardian === undefined ? null : { relation, name: latinOf(guardian.words) }
}
