import { system } from '../../../domain/fhir/vocabulary.ts'
import type { Entry, GiveWorld } from './plan.ts'

const participant = 'http://terminology.hl7.org/CodeSystem/provenance-participant-type'

export const deviceOf = ({ terminal, label }: Pick<GiveWorld, 'terminal' | 'label'>): object => ({
  type: 'Device',
  identifier: { system: system.terminal, value: terminal },
  display: label,
})

/**
 * Who wrote, and by which mutation: it is written together with everything else, under the mutation's own id, so that the
 * mutation was taken if and only if this is there.
 */
export const provenance = (
  mutation: { readonly id: string; readonly at: string; readonly kind: string },
  targets: readonly Entry[],
  world: Pick<GiveWorld, 'terminal' | 'label'>,
): Entry => ({
  from: null,
  resource: {
    resourceType: 'Provenance',
    id: mutation.id,
    target:
      targets.length === 0
        ? [deviceOf(world)]
        : targets.map(({ resource }) => ({ reference: `${resource.resourceType}/${resource.id}` })),
    occurredDateTime: mutation.at,
    recorded: mutation.at,
    activity: { coding: [{ system: system.mutation, code: mutation.kind }] },
    agent: [{ type: { coding: [{ system: participant, code: 'assembler' }] }, who: deviceOf(world) }],
    entity: [{ role: 'source', what: { identifier: { system: system.mutation, value: mutation.id } } }],
  },
})
