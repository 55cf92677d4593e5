import type { CardWishes } from '../../contract/desk.ts'
import { encodeCard } from '../../domain/card/card-code.ts'
import type { EmergencyPlan } from '../../domain/card/card-code.ts'
import { EmergencyBlock, MOST_CODES } from '../../domain/card/card-core.ts'
import type { CardCore } from '../../domain/card/card-core.ts'
import type { CardBlank } from '../../domain/card/card-record.ts'
import { allergyCodes } from '../../domain/person/allergy-code.ts'
import type { Birth, Person } from '../../domain/person/person.ts'
import type { Bench } from './bench.ts'
import { deskSigner } from './desk-key.ts'
import { emergencySealer } from './emergency-ring.ts'

/** The text of a card that names its holder, and whether it holds a block for emergencies. */
export interface CoreText {
  readonly text: string
  readonly emergency: boolean
}

/**
 * A card that names its holder, signed by this desk, or null where the plain one that HIMS signed serves: the desk has no
 * key of its own, or the name does not fit on a card.
 */
export function coreText(bench: Bench, person: Person, blank: CardBlank, wishes: CardWishes): CoreText | null {
  const { cardId, statusIndex, expires } = blank
  const signer = deskSigner(bench)
  const facility = hospitalDigits(bench)
  if (signer === null || facility === null) return null
  const plan = {
    profile: 'P-CORE',
    cardId,
    statusIndex,
    issued: bench.today(),
    expires,
    kid: signer.kid,
    core: coreOf(person, facility),
    emergency: wishes.emergency ? emergencyPlan(bench, person, wishes.told ?? nothingTold(person)) : null,
  } as const
  const text = encodeCard(plan, signer.sign)
  return text.ok ? { text: text.value, emergency: plan.emergency !== null } : null
}

/** This desk may sign named cards: it has a key, and its hospital a number for the key to be bound to. */
export const canSignCore = (bench: Bench): boolean => deskSigner(bench) !== null && hospitalDigits(bench) !== null

/** The digits of this hospital's number in the Health Facility Registry. */
const hospitalDigits = ({ store }: Bench): string | null => store.device.read().facility?.hfr?.slice(2) ?? null

const coreOf = ({ abha, name, sex, birth, bloodGroup }: Person, facility: string): CardCore => ({
  abha,
  name,
  sex,
  birthYear: birthYearOf(birth),
  bloodGroup,
  facility,
})

const birthYearOf = (birth: Birth): number =>
  birth.kind === 'date' ? Number(birth.on.slice(0, 4)) : Number(birth.asOf.slice(0, 4)) - birth.years

const nothingTold = ({ phone }: Person): EmergencyBlock => ({
  allergies: [],
  conditions: [],
  medicines: [],
  contact: phone,
})

/** Allergies on record and what was told; nothing when that is too much, an allergy has no code or no key is here. */
function emergencyPlan(bench: Bench, person: Person, told: EmergencyBlock): EmergencyPlan | null {
  const sealer = emergencySealer(bench)
  const recorded = recordedCodes(bench, person)
  if (sealer === null || recorded === null) return null
  const allergies = [...new Set([...recorded, ...told.allergies])]
  const block = EmergencyBlock.safeParse({ ...told, allergies })
  const codes = allergies.length + told.conditions.length + told.medicines.length
  return block.success && codes <= MOST_CODES ? { ...sealer, block: block.data } : null
}

/** The allergies on record as a card says them, or null when one has no code. */
export const recordedCodes = (bench: Bench, person: Person): readonly number[] | null =>
  allergyCodes(bench.store.pharmacy.allergies(person.id))

/** Whether every allergy on record can stand in a block for emergencies, and this terminal can seal one. */
export function canCodeAllergies(bench: Bench, person: Person): boolean {
  const codes = recordedCodes(bench, person)
  return codes !== null && codes.length <= 8 && emergencySealer(bench) !== null
}
