import type { CardWishes } from '../../contract/desk.ts'
import { encodeCard } from '../../domain/card/card-code.ts'
import type { EmergencyPlan } from '../../domain/card/card-code.ts'
import type { CardCore } from '../../domain/card/card-core.ts'
import type { CardBlank } from '../../domain/card/card-record.ts'
import { allergyCodes } from '../../domain/person/allergy-code.ts'
import type { Birth, Person } from '../../domain/person/person.ts'
import type { Bench } from './bench.ts'
import { deskSigner } from './desk-key.ts'
import { emergencySealer } from './emergency-ring.ts'

/** The most that the format holds of each kind. */
const MOST_CODES = 8

/**
 * The text of a card that names its holder, signed by this desk, or null where the plain one that HIMS signed serves:
 * the desk has no key of its own, or the name does not fit on a card.
 */
export function coreText(bench: Bench, person: Person, blank: CardBlank, { emergency }: CardWishes): string | null {
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
    emergency: emergency ? emergencyPlan(bench, person) : null,
  } as const
  const text = encodeCard(plan, signer.sign)
  return text.ok ? text.value : null
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

/** Allergies on record in codes and the person's phone; nothing when an allergy has no code or no key is here. */
function emergencyPlan(bench: Bench, person: Person): EmergencyPlan | null {
  const sealer = emergencySealer(bench)
  const allergies = allergyCodes(bench.store.pharmacy.allergies(person.id))
  if (sealer === null || allergies === null || allergies.length > MOST_CODES) return null
  return { ...sealer, block: { allergies: [...allergies], conditions: [], medicines: [], contact: person.phone } }
}

/** Whether every allergy on record can stand in a block for emergencies. */
export function canCodeAllergies(bench: Bench, person: Person): boolean {
  const codes = allergyCodes(bench.store.pharmacy.allergies(person.id))
  return codes !== null && codes.length <= MOST_CODES && emergencySealer(bench) !== null
}
