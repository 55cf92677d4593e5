import type { Address, Birth, Guardian, Person, PersonName } from '../person/person.ts'
import { unreachable } from '../result.ts'
import type { Dated } from './dated.ts'
import { numberType, system } from './vocabulary.ts'
import type { Identifier, Resource } from './vocabulary.ts'

/** HL7 v3 RoleCode for each relation a guardian may have. */
export const relationCode: Readonly<Record<Guardian['relation'], string>> = {
  father: 'FTH',
  mother: 'MTH',
  husband: 'HUSB',
  wife: 'WIFE',
  guardian: 'GUARD',
}

/** Fourteen digits with the hyphens of an ABHA card. */
const abhaText = (digits: string): string => digits.replace(/^(..)(....)(....)/, '$1-$2-$3-')

/** A person as FHIR R4 Patient; `named` are the cards and what other systems call them. */
export function patientOf(
  { row, version, changedAt }: Dated<Person>,
  named: readonly Identifier[],
  link: readonly object[] = [],
): Resource<'Patient'> {
  const identifiers =
    row.abha === null ? named : [{ type: numberType.abha, system: system.abha, value: abhaText(row.abha) }, ...named]
  return {
    resourceType: 'Patient',
    id: row.id,
    meta: { versionId: String(version), lastUpdated: changedAt },
    ...(identifiers.length === 0 ? {} : { identifier: identifiers }),
    name: namesOf(row.name),
    gender: row.sex,
    ...birthOf(row.birth),
    ...(row.phone === null ? {} : { telecom: [{ system: 'phone', value: `+91${row.phone}`, use: 'mobile' }] }),
    ...addressOf(row.address),
    ...(row.guardian === null ? {} : { contact: [contactOf(row.guardian)] }),
    communication: [communicationOf(row)],
    ...(link.length === 0 ? {} : { link }),
  }
}

const namesOf = ({ latin, own }: PersonName): readonly object[] => [
  { use: 'official', text: latin },
  ...(own === null
    ? []
    : [{ use: 'usual', text: own.text, extension: [{ url: system.script, valueCode: own.script }] }]),
]

/** An age that was told is a year of birth at best: FHIR gets the year, and the truth in an extension. */
function birthOf(birth: Birth): object {
  switch (birth.kind) {
    case 'date':
      return { birthDate: birth.on }
    case 'age': {
      const extension = [
        { url: 'years', valueInteger: birth.years },
        { url: 'asOf', valueDate: birth.asOf },
      ]
      const year = String(Number(birth.asOf.slice(0, 4)) - birth.years)
      return { birthDate: year, extension: [{ url: system.toldAge, extension }] }
    }
    default:
      return unreachable(birth)
  }
}

function addressOf({ house, locality, district, pin }: Address): object {
  const known = {
    ...(house === '' ? {} : { line: [house] }),
    ...(locality === '' ? {} : { city: locality }),
    ...(district === null ? {} : { district }),
    ...(pin === null ? {} : { postalCode: pin }),
  }
  return Object.keys(known).length === 0 ? {} : { address: [{ ...known, state: 'Delhi', country: 'IN' }] }
}

const contactOf = ({ relation, name }: Guardian): object => ({
  relationship: [{ coding: [{ system: system.role, code: relationCode[relation] }], text: relation }],
  name: { text: name },
})

const communicationOf = ({ language }: Person): object => ({
  language: { coding: [{ system: system.language, code: language }] },
  preferred: true,
})
