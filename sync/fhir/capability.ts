import { z } from 'zod'

const Resource = z.looseObject({
  type: z.string(),
  interaction: z.array(z.looseObject({ code: z.string() })).default([]),
  updateCreate: z.boolean().optional(),
  conditionalCreate: z.boolean().optional(),
  versioning: z.string().optional(),
})

const Statement = z.looseObject({
  resourceType: z.literal('CapabilityStatement'),
  fhirVersion: z.string(),
  rest: z
    .array(
      z.looseObject({
        mode: z.string(),
        resource: z.array(Resource).default([]),
        interaction: z.array(z.looseObject({ code: z.string() })).default([]),
      }),
    )
    .min(1),
})

/** What a terminal has to be able to do with each resource; `upsert` is an update under an id of its own. */
const needs: Readonly<Record<string, readonly ('read' | 'search' | 'upsert' | 'create-once')[]>> = {
  Patient: ['read', 'search', 'upsert'],
  MedicationRequest: ['read', 'search'],
  AllergyIntolerance: ['read', 'search'],
  Organization: ['read'],
  Location: ['read', 'search'],
  Medication: ['read', 'search'],
  Encounter: ['read', 'upsert'],
  MedicationDispense: ['read', 'search', 'upsert'],
  Communication: ['read', 'upsert'],
  Task: ['read', 'search', 'upsert', 'create-once'],
  Provenance: ['read', 'upsert'],
}

/** What a server can do, as far as a terminal cares. */
export interface Capability {
  /** What it lacks, each in words for whoever looks after it; a terminal can work with it when there is nothing. */
  readonly lacks: readonly string[]
  readonly types: ReadonlySet<string>
}

const asWords = {
  read: 'read',
  search: 'search',
  upsert: 'update under an id of the client (updateCreate)',
  'create-once': 'conditional create',
} as const

/** Reads a CapabilityStatement; null for anything else. */
export function capabilityOf(body: unknown): Capability | null {
  const read = Statement.safeParse(body)
  if (!read.success) return null
  const { fhirVersion, rest } = read.data
  const server = rest.find(({ mode }) => mode === 'server') ?? rest[0]
  const resources = new Map(server?.resource.map((resource) => [resource.type, resource] as const))
  const lacks = [
    ...(/^4\.0(\.|$)/.test(fhirVersion) ? [] : [`FHIR 4.0: it speaks ${fhirVersion.slice(0, 20)}`]),
    ...(server?.interaction.some(({ code }) => code === 'transaction') === true ? [] : ['transaction']),
    ...Object.entries(needs).flatMap(([type, wanted]) => {
      const resource = resources.get(type)
      if (resource === undefined) return [type]
      return wanted.filter((need) => !has(resource, need)).map((need) => `${type}: ${asWords[need]}`)
    }),
  ]
  return { lacks, types: new Set(resources.keys()) }
}

function has(resource: z.infer<typeof Resource>, need: keyof typeof asWords): boolean {
  const codes = new Set(resource.interaction.map(({ code }) => code))
  if (need === 'read') return codes.has('read')
  if (need === 'search') return codes.has('search-type')
  if (need === 'create-once') return codes.has('create') && resource.conditionalCreate === true
  return codes.has('update') && resource.updateCreate === true && resource.versioning !== 'no-version'
}
