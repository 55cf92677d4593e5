import type { CardCore, EmergencyBlock } from '../../domain/card/card-core.ts'
import { encodeCard } from '../../domain/card/card-code.ts'
import type { PlainFacts } from '../../domain/card/card-code.ts'
import { hexOf } from '../../domain/card/bytes.ts'
import { CardId } from '../../domain/id.ts'
import { ownScripts } from '../../domain/language.ts'
import type { OwnScript } from '../../domain/language.ts'
import type { Person } from '../../domain/person/person.ts'
import { keyRing } from '../../main/crypto/aes-gcm.ts'
import { ed25519Sign } from '../../main/crypto/ed25519.ts'
import { dayAfter } from '../demo/seed/calendar.ts'
import { facility } from '../demo/seed/department.ts'
import { personName, wordsOfName } from '../demo/seed/naming.ts'
import { makePeople } from '../demo/seed/people.ts'
import { randomFrom } from '../demo/seed/random.ts'
import type { Random } from '../demo/seed/random.ts'

export interface SampleKeys {
  readonly kid: string
  /** Raw Ed25519 private key. */
  readonly issuer: Uint8Array
  readonly ringId: number
  readonly ring: Uint8Array
}

export interface SampleOrder {
  readonly seed: string
  readonly count: number
  readonly today: string
  readonly emergency: boolean
  readonly keys: SampleKeys
}

export interface Sample {
  readonly profile: 'P-ID' | 'P-CORE'
  /** Of the name in the person's own script, on the face of a P-ID card and in the code of a P-CORE one. */
  readonly script: 'Latn' | OwnScript
  readonly person: Person
  readonly facts: PlainFacts
  readonly text: string
}

const FIVE_YEARS = 5 * 365

/** Profiles by turns, and after two cards the next script. */
export function sampleCards({ seed, count, today, emergency, keys }: SampleOrder): readonly Sample[] {
  const random = randomFrom(`${seed}/sample`)
  const ring = keyRing(new Map([[keys.ringId, keys.ring]]))
  const sign = (message: Uint8Array) => ed25519Sign(keys.issuer, message)
  const people = makePeople(randomFrom(`${seed}/people`), today, count)
  return people.map((each, at): Sample => {
    const script = ([null, ...ownScripts] as const)[Math.floor(at / 2) % 4] ?? null
    const person = { ...each, name: personName(wordsOfName(each.name.latin), script) }
    const facts: PlainFacts = {
      cardId: CardId.parse(hexOf(random.bytes(8))),
      statusIndex: random.between(1, 20_000_000),
      issued: today,
      expires: dayAfter(today, FIVE_YEARS),
      kid: keys.kid,
    }
    const sample = { script: script ?? 'Latn', person, facts } as const
    if (at % 2 === 0) return { ...sample, profile: 'P-ID', text: encodeCard(facts, sign) }
    const sealed = emergency && at % 16 < 8
    const block = sealed ? { block: someBlock(random, person), keyId: keys.ringId, seal: ring.seal } : null
    const card = encodeCard({ ...facts, profile: 'P-CORE', core: coreOf(person), emergency: block }, sign)
    if (!card.ok) throw new Error(`An invented name is ${card.problem}`)
    return { ...sample, profile: 'P-CORE', text: card.value }
  })
}

const coreOf = ({ abha, name, sex, birth, bloodGroup }: Person): CardCore => ({
  abha,
  name,
  sex,
  birthYear: birth.kind === 'date' ? Number(birth.on.slice(0, 4)) : Number(birth.asOf.slice(0, 4)) - birth.years,
  bloodGroup,
  facility: facility.hfr?.replace(/^IN/, '') ?? null,
})

/** SNOMED CT: allergy to penicillin, to sulfonamide; diabetes type 2, hypertension, asthma; insulin, warfarin. */
const known = {
  allergies: [91936005, 91939003],
  conditions: [44054006, 38341003, 195967001],
  medicines: [67866001, 48603004],
} as const

function someBlock(random: Random, { phone }: Person): EmergencyBlock {
  const some = (codes: readonly number[]) => codes.filter(() => random.chance(0.5))
  return {
    allergies: some(known.allergies),
    conditions: some(known.conditions),
    medicines: some(known.medicines),
    contact: phone,
  }
}
