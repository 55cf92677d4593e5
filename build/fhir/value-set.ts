import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { z } from 'zod'

const Concept = z.object({
  code: z.string(),
  get concept() {
    return z.array(Concept).optional()
  },
})
type Concept = z.infer<typeof Concept>

const Include = z.object({
  system: z.string().optional(),
  concept: z.array(z.object({ code: z.string() })).optional(),
  filter: z.array(z.unknown()).optional(),
  valueSet: z.array(z.string()).optional(),
})
const Terminology = z.object({
  url: z.string(),
  concept: z.array(Concept).optional(),
  compose: z.object({ include: z.array(Include), exclude: z.array(z.unknown()).optional() }).optional(),
})
type Terminology = z.infer<typeof Terminology>

const read = new Map<string, ReadonlyMap<string, Terminology>>()

function terminology(definitions: string): ReadonlyMap<string, Terminology> {
  const known = read.get(definitions)
  if (known !== undefined) return known
  const found = new Map<string, Terminology>()
  for (const file of ['valuesets.json', 'v3-codesystems.json']) {
    const bundle = z
      .object({ entry: z.array(z.object({ resource: z.unknown() })) })
      .parse(JSON.parse(readFileSync(join(definitions, file), 'utf8')))
    for (const { resource } of bundle.entry) {
      const one = Terminology.safeParse(resource)
      // A code system and the value set of all of it may share an address.
      if (one.success) found.set(`${one.data.compose === undefined ? 'system' : 'set'} ${one.data.url}`, one.data)
    }
  }
  read.set(definitions, found)
  return found
}

const flat = (concepts: readonly Concept[]): readonly string[] =>
  concepts.flatMap(({ code, concept }) => [code, ...flat(concept ?? [])])

export interface SystemCode {
  readonly code: string
  readonly system: string
}

/** The codes of a value set; none for one that cannot be written down, such as all languages. */
export function codesIn(definitions: string, address: string): readonly SystemCode[] {
  const url = address.replace(/\|.*$/, '')
  const known = terminology(definitions)
  const includes = known.get(`set ${url}`)?.compose?.include ?? []
  const codes = includes.map(({ system = '', concept, filter, valueSet }): readonly SystemCode[] | null => {
    if (concept !== undefined) return concept.map(({ code }) => ({ code, system }))
    if (filter !== undefined || valueSet !== undefined) return null
    const listed = known.get(`system ${system}`)?.concept
    return listed === undefined ? null : flat(listed).map((code) => ({ code, system }))
  })
  if (codes.some((some) => some === null)) return []
  return [...new Map(codes.flatMap((some) => some ?? []).map((one) => [`${one.code} ${one.system}`, one])).values()]
}
