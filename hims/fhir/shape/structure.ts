import { z } from 'zod'

import table from './structure.json' with { type: 'json' }

/** One type that an element may have, with the codes it must be of or the resources it may point at. */
export interface Kind {
  readonly type: string
  readonly allowed: readonly string[]
}

export interface ElementSpec {
  readonly name: string
  readonly required: boolean
  readonly many: boolean
  readonly kinds: readonly Kind[]
}

const structure: Readonly<Record<string, Readonly<Record<string, string>>>> = z
  .record(z.string(), z.record(z.string(), z.string()))
  .parse(table)

/** The elements of a resource, a data type or a part of one (`Encounter.participant`); null for an unknown type. */
export function elementsOf(type: string): readonly ElementSpec[] | null {
  const elements = structure[type]
  return elements === undefined ? null : Object.entries(elements).map(([name, spec]) => specOf(name, spec))
}

function specOf(name: string, spec: string): ElementSpec {
  const cut = spec.indexOf(' ')
  const kinds = spec
    .slice(cut + 1)
    .split(';')
    .map((kind) => {
      const [type = '', allowed = ''] = kind.split(' ')
      return { type, allowed: allowed === '' ? [] : allowed.split('|') }
    })
  return { name, required: !spec.startsWith('0'), many: spec.slice(0, cut).endsWith('*'), kinds }
}
