import type { Department, Facility } from '../../../domain/hospital/facility.ts'
import type { Allergy } from '../../../domain/person/allergy.ts'
import type { Person } from '../../../domain/person/person.ts'
import type { Lot, Medicine, StockEvent } from '../../../domain/pharmacy/medicine.ts'
import type { Prescription } from '../../../domain/pharmacy/prescription.ts'
import { makeAllergies } from './allergies.ts'
import { departments, facility } from './department.ts'
import { formulary } from './formulary.ts'
import { makePeople } from './people.ts'
import { writePrescriptions } from './prescribing.ts'
import { randomFrom } from './random.ts'
import type { DemoOperator } from './staff.ts'
import { staff } from './staff.ts'
import { fillShelves } from './stock.ts'
import { fitStores } from './stores.ts'
import type { Stores } from './stores.ts'

export interface Hospital {
  readonly facility: Facility
  readonly departments: readonly Department[]
  readonly operators: readonly DemoOperator[]
  readonly people: readonly Person[]
  readonly allergies: readonly Allergy[]
  readonly medicines: readonly Medicine[]
  readonly lots: readonly Lot[]
  readonly stock: readonly StockEvent[]
  readonly stores: Stores
  readonly prescriptions: readonly Prescription[]
}

export interface HospitalOrder {
  readonly seed: string
  /** `YYYY-MM-DD` in Delhi; nothing is registered, written or received after it. */
  readonly today: string
  readonly people?: number
}

/** An invented hospital: the same order gives the same one, byte for byte. */
export function generateHospital({ seed, today, people: count = 5000 }: HospitalOrder): Hospital {
  // Each part draws from a stream of its own, so that more people do not change the shelves.
  const people = makePeople(randomFrom(`${seed}/people`), today, count)
  const shelves = fillShelves(randomFrom(`${seed}/shelves`), formulary, today)
  return {
    facility,
    departments,
    operators: staff,
    people,
    allergies: makeAllergies(randomFrom(`${seed}/allergies`), people),
    medicines: formulary,
    ...shelves,
    stores: fitStores(shelves.lots, shelves.stock, today),
    prescriptions: writePrescriptions(randomFrom(`${seed}/prescriptions`), people, today),
  }
}
