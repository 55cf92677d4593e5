import type { FamilyLink } from '../person/family-link.ts'
import type { Person } from '../person/person.ts'
import type { Dated } from './dated.ts'
import { system } from './vocabulary.ts'
import type { Resource } from './vocabulary.ts'

/** HL7 v3 RoleCode for what the relative is to the patient. */
const roleOf: Readonly<Record<FamilyLink['relation'], string>> = { parent: 'PRN', spouse: 'SPS', guardian: 'GUARD' }

/** A family link as FHIR R4 RelatedPerson of whom it is said; `relative` is null where their record is not here. */
export function relatedPersonOf(
  { row, version, changedAt }: Dated<FamilyLink>,
  relative: Person | null,
): Resource<'RelatedPerson'> {
  const { person, relation, at, ended } = row
  const own = relative?.name.own ?? null
  return {
    resourceType: 'RelatedPerson',
    id: row.id,
    meta: { versionId: String(version), lastUpdated: changedAt },
    // The relative's own Patient: R4 has no element for it.
    extension: [{ url: system.relative, valueReference: { reference: `Patient/${row.relative}` } }],
    active: ended === null,
    patient: { reference: `Patient/${person}` },
    relationship: [{ coding: [{ system: system.role, code: roleOf[relation] }] }],
    ...(relative === null
      ? {}
      : {
          name: [
            { use: 'official', text: relative.name.latin },
            ...(own === null ? [] : [{ use: 'usual', text: own.text }]),
          ],
          gender: relative.sex,
          ...(relative.phone === null
            ? {}
            : { telecom: [{ system: 'phone', value: `+91${relative.phone}`, use: 'mobile' }] }),
        }),
    period: { start: at, ...(ended === null ? {} : { end: ended.at }) },
  }
}
