import type { Department, Facility } from '../hospital/facility.ts'
import type { Room } from '../hospital/room.ts'
import type { FourTexts } from '../language.ts'
import type { Medicine } from '../pharmacy/medicine.ts'
import type { Dated } from './dated.ts'
import { medicineConcept } from './medicine-concept.ts'
import { system } from './vocabulary.ts'
import type { Resource } from './vocabulary.ts'

/** The version of a row, as a resource says it. */
export const metaOf = ({ version, changedAt }: { readonly version: number; readonly changedAt: string }) => ({
  versionId: String(version),
  lastUpdated: changedAt,
})

/** The same name in other languages, each once. */
const aliases = ({ en, hi, pa, ur }: FourTexts): readonly string[] =>
  [...new Set([hi, pa, ur])].filter((name) => name !== en)

/** A hospital as FHIR R4 Organization. */
export function organizationOf(found: Dated<Facility>): Resource<'Organization'> {
  const { code, name, hfr, runBy } = found.row
  const alias = aliases(name)
  return {
    resourceType: 'Organization',
    id: code,
    meta: metaOf(found),
    ...(runBy === undefined ? {} : { extension: [{ url: system.runBy, valueCode: runBy }] }),
    ...(hfr === null ? {} : { identifier: [{ system: system.hfr, value: hfr }] }),
    active: true,
    name: name.en,
    ...(alias.length === 0 ? {} : { alias }),
  }
}

/** A department as FHIR R4 Location: where patients are sent. */
export function locationOf(found: Dated<Department>): Resource<'Location'> {
  const { code, name, prefix, room, floor, line, sign, facility, closed } = found.row
  const alias = aliases(name)
  return {
    resourceType: 'Location',
    id: code,
    meta: metaOf(found),
    extension: [
      {
        url: system.department,
        extension: [
          { url: 'prefix', valueString: prefix },
          { url: 'room', valueString: room },
          { url: 'floor', valueInteger: floor },
          { url: 'line', valueCode: line },
          { url: 'sign', valueCode: sign },
        ],
      },
    ],
    status: closed === undefined ? 'active' : 'inactive',
    name: name.en,
    ...(alias.length === 0 ? {} : { alias }),
    description: `Room ${room}, floor ${floor}`,
    mode: 'instance',
    ...managedBy(facility),
  }
}

const managedBy = (facility: string | undefined): object =>
  facility === undefined ? {} : { managingOrganization: { reference: `Organization/${facility}` } }

/** A room or counter as FHIR R4 Location, inside the one of its department. */
export function roomOf(found: Dated<Room>): Resource<'Location'> {
  const { code, label, name, kind, department, floor, line, open, facility } = found.row
  const alias = aliases(name).map((each) => `${each} ${label}`)
  return {
    resourceType: 'Location',
    id: code,
    meta: metaOf(found),
    extension: [
      {
        url: system.room,
        extension: [
          { url: 'label', valueString: label },
          { url: 'kind', valueCode: kind },
          { url: 'floor', valueInteger: floor },
          { url: 'line', valueCode: line },
        ],
      },
    ],
    status: open ? 'active' : 'inactive',
    name: `${name.en} ${label}`,
    ...(alias.length === 0 ? {} : { alias }),
    mode: 'instance',
    physicalType: { coding: [{ system: system.physicalType, code: 'ro' }] },
    ...managedBy(facility),
    ...(department === null ? {} : { partOf: { reference: `Location/${department}` } }),
  }
}

/** A department as FHIR R4 HealthcareService: what is done there, and from when on no more. */
export function healthcareServiceOf(found: Dated<Department>): Resource<'HealthcareService'> {
  const { code, name, facility, closed } = found.row
  return {
    resourceType: 'HealthcareService',
    id: code,
    meta: metaOf(found),
    active: closed === undefined,
    ...(facility === undefined ? {} : { providedBy: { reference: `Organization/${facility}` } }),
    location: [{ reference: `Location/${code}` }],
    name: name.en,
    ...(closed === undefined ? {} : { notAvailable: [{ description: 'Closed', during: { start: closed } }] }),
  }
}

/** A line of the formulary as FHIR R4 Medication. */
export function medicationOf(found: Dated<Medicine>): Resource<'Medication'> {
  const { code, name, strength, form, groups, shelf } = found.row
  return {
    resourceType: 'Medication',
    id: code,
    meta: metaOf(found),
    extension: [
      {
        url: system.medicine,
        extension: [
          { url: 'name', valueString: name },
          ...(strength === '' ? [] : [{ url: 'strength', valueString: strength }]),
          ...(shelf === '' ? [] : [{ url: 'shelf', valueString: shelf }]),
          ...groups.map((group) => ({ url: 'group', valueCode: group })),
        ],
      },
    ],
    code: medicineConcept(code, found.row),
    status: 'active',
    form: { text: form },
  }
}
