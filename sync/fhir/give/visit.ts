import { tokenLabel } from '../../../domain/hospital/token.ts'
import { system } from '../../../domain/fhir/vocabulary.ts'
import { ok } from '../../../domain/result.ts'
import type { MutationBody } from '../../../domain/wire/sync.ts'
import { created, nameThere } from './plan.ts'
import type { GiveWorld, Planned } from './plan.ts'
import { deviceOf } from './provenance.ts'

type Body<Kind extends MutationBody['kind']> = Extract<MutationBody, { readonly kind: Kind }>

const ambulatory = {
  system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode',
  code: 'AMB',
  display: 'ambulatory',
}

/** A visit is an Encounter that has arrived, and its queue number an identifier of it. */
export async function openVisit({ visit }: Body<'visit.opened'>, { memory, facility }: GiveWorld): Planned {
  const { token } = visit
  const value = `${token.department}/${token.day}/${tokenLabel(token)}`
  return ok({
    kind: 'write',
    entries: [
      created({
        resourceType: 'Encounter',
        id: visit.id,
        identifier: [{ system: system.token, value }],
        status: 'arrived',
        class: ambulatory,
        subject: { reference: `Patient/${nameThere(memory, 'Patient', visit.personId)}` },
        period: { start: visit.openedAt },
        location: [{ location: { reference: `Location/${nameThere(memory, 'Location', token.department)}` } }],
        serviceProvider: { reference: `Organization/${facility}` },
      }),
    ],
  })
}

/** Somebody at a terminal needs a person to come. */
export async function callHelp({ at, place }: Body<'help.called'>, world: GiveWorld, mutation: string): Planned {
  return ok({
    kind: 'write',
    entries: [
      created({
        resourceType: 'Communication',
        id: mutation,
        identifier: [{ system: system.mutation, value: mutation }],
        status: 'completed',
        priority: 'urgent',
        sent: at,
        sender: deviceOf(world),
        payload: [{ contentString: `Help is wanted at ${place}` }],
      }),
    ],
  })
}
