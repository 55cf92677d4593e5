import { PersonId } from '../id.ts'
import { FactSources } from '../person/fact-source.ts'
import { personGroups } from '../person/person-change.ts'
import { groupsOf, groupsThatDiffer } from '../person/person-group.ts'
import { BornTo, Unidentified } from '../person/person.ts'
import type { Person } from '../person/person.ts'
import { idIn } from './element.ts'
import type { ExtensionIn } from './element.ts'
import { system } from './vocabulary.ts'
import type { z } from 'zod'

export type Origin = Pick<Person, 'sources' | 'bornTo' | 'unidentified'>

/** How a person came to be known, as extensions of a FHIR Patient. */
export function originExtensions({ sources, bornTo, unidentified }: Origin): readonly object[] {
  const said = personGroups.flatMap((group) => {
    const source = sources?.[group]
    return source === undefined ? [] : [{ url: group, valueCode: source }]
  })
  const { code, since } = unidentified ?? {}
  return [
    ...(said.length === 0 ? [] : [{ url: system.factSource, extension: said }]),
    ...(bornTo === undefined
      ? []
      : [{ url: system.mother, valueReference: { reference: `Patient/${bornTo.mother}` } }]),
    ...(code === undefined
      ? []
      : [
          {
            url: system.unidentified,
            extension: [
              { url: 'code', valueString: code },
              { url: 'since', valueDateTime: since },
            ],
          },
        ]),
  ]
}

export const originUrls: ReadonlySet<string> = new Set([system.factSource, system.mother, system.unidentified])

interface PatientWith {
  readonly extension?: readonly z.infer<typeof ExtensionIn>[] | undefined
  readonly multipleBirthInteger?: number | undefined
}

/** The same, read; `mothers` says what this side calls the mother's record. */
export function originOf(
  { extension = [], multipleBirthInteger }: PatientWith,
  mothers: (id: string) => string = (id) => id,
): Origin {
  const of = (url: string) => extension.find((one) => one.url === url)
  const part = (url: string, name: string) => of(url)?.extension?.find((one) => one.url === name)
  const sources = FactSources.safeParse(
    Object.fromEntries((of(system.factSource)?.extension ?? []).map(({ url, valueCode }) => [url, valueCode])),
  )
  const there = idIn(of(system.mother)?.valueReference?.reference, 'Patient')
  const mother = PersonId.safeParse(there === null ? null : mothers(there))
  const bornTo = BornTo.safeParse({ mother: mother.data, order: multipleBirthInteger ?? null })
  const unidentified = Unidentified.safeParse({
    code: part(system.unidentified, 'code')?.valueString,
    since: part(system.unidentified, 'since')?.valueDateTime,
  })
  return {
    ...(sources.success && Object.keys(sources.data).length > 0 ? { sources: sources.data } : {}),
    ...(bornTo.success ? { bornTo: bornTo.data } : {}),
    ...(unidentified.success ? { unidentified: unidentified.data } : {}),
  }
}

/** What stays of a record's origin when a client that says nothing of it sends the person anew. */
export function keptOrigin(before: Person | null, after: Person): Origin {
  if (before === null) return {}
  const { bornTo, unidentified } = before
  const changed: ReadonlySet<string> = new Set(groupsThatDiffer(groupsOf(before), groupsOf(after)))
  const still = FactSources.parse(
    Object.fromEntries(Object.entries(before.sources ?? {}).filter(([group]) => !changed.has(group))),
  )
  return {
    ...(bornTo === undefined ? {} : { bornTo }),
    ...(unidentified === undefined ? {} : { unidentified }),
    ...(Object.keys(still).length === 0 ? {} : { sources: still }),
  }
}
