import type { Address, Birth, Guardian, Person, PersonName } from '../person/person.ts'
import { unreachable } from '../result.ts'
import type { Dated } from './dated.ts'
import { originExtensions } from './person-origin.ts'
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
export const abhaText = (digits: string): string => digits.replace(/^(..)(....)(....)/, '$1-$2-$3-')

/** A person as FHIR R4 Patient; `named` are the cards and what other systems call them. */
export function patientOf(
  { row, version, changedAt }: Dated<Person>,
  named: readonly Identifier[],
  link: readonly object[] = [],
): Resource<'Patient'> {
  const extension = [...toldAge(row.birth), ...originExtensions(row)]
  const order = row.bornTo?.order ?? null
  const identifiers =
    row.abha === null ? named : [{ type: numberType.abha, system: system.abha, value: abhaText(row.abha) }, ...named]
  return {
    resourceType: 'Patient',
    id: row.id,
    meta: { versionId: String(version), lastUpdated: changedAt },
    ...(extension.length === 0 ? {} : { extension }),
    ...(identifiers.length === 0 ? {} : { identifier: identifiers }),
    name: namesOf(row.name),
    gender: row.sex,
    birthDate: birthDateOf(row.birth),
    ...(order === null ? {} : { multipleBirthInteger: order }),
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
function birthDateOf(birth: Birth): string {
  switch (birth.kind) {
    case 'date':
      return birth.on
    case 'age':
      return String(Number(birth.asOf.slice(0, 4)) - birth.years)
    default:
      return unreachable(birth)
  }
}

const toldAge = (birth: Birth): readonly object[] =>
  birth.kind === 'date'
    ? []
    : [
        {
          url: system.toldAge,
          extension: [
            { url: 'years', valueInteger: birth.years },
            { url: 'asOf', valueDate: birth.asOf },
          ],
        },
      ]

function addressOf({ house, locality, ward, district, pin }: Address): object {
  const known = {
    ...(ward === undefined ? {} : { extension: [{ url: system.ward, valueString: ward }] }),
    ...(house === '' ? {} : { line: [house] }),
    ...(locality === '' ? {} : { city: locality }),
    ...(district === null ? {} : { district }),
    ...(pin === null ? {} : { postalCode: pin }),
  }
  return Object.keys(known).length === 0 ? {} : { address: [{ ...known, state: 'Delhi', country: 'IN' }] }
}

const contactOf = ({ relation, name, phone }: Guardian): object => ({
  relationship: [{ coding: [{ system: system.role, code: relationCode[relation] }], text: relation }],
  name: { text: name },
  ...(phone === undefined ? {} : { telecom: [{ system: 'phone', value: `+91${phone}`, use: 'mobile' }] }),
})

const communicationOf = ({ language }: Person): object => ({
  language: { coding: [{ system: system.language, code: language }] },
  preferred: true,
})
