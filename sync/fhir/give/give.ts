import { z } from 'zod'

import { ok, unreachable } from '../../../domain/result.ts'
import type { Mutation } from '../../../domain/wire/sync.ts'
import type { FhirMemory } from '../memory.ts'
import { giveBack, handOver, supply } from './hand-over.ts'
import { change, changeCard, issueCard, link, register, unlink } from './person.ts'
import { refuse } from './plan.ts'
import type { GiveWorld, Planned } from './plan.ts'
import { callHelp, openVisit } from './visit.ts'

/** What a mutation comes to at the server as it stands now. */
export async function planOf({ id, body }: Mutation, world: GiveWorld): Planned {
  switch (body.kind) {
    case 'person.registered':
      return register(body, world)
    case 'person.changed':
      return change(body, world, id)
    case 'person.linked':
      return link(body, world)
    case 'person.unlinked':
      return unlink(body, world, linkedBy(world.memory, body.linkId))
    case 'card.issued':
      return issueCard(body, world)
    case 'card.changed':
      return changeCard(body, world)
    case 'visit.opened':
      return openVisit(body, world)
    case 'dispense.recorded':
      return handOver(body, world)
    case 'right.returned':
      return giveBack(body, world)
    case 'supply.emergency':
      return supply(body, world)
    case 'help.called':
      return callHelp(body, world, id)
    case 'card.seen':
      // FHIR has no place for it, and nobody there would miss it.
      return ok({ kind: 'nothing' })
    case 'review.decided':
    case 'hub.recorded':
    case 'visit.noted':
    case 'prescription.written':
    case 'order.noted':
    case 'stock.recorded':
    case 'lot.marked':
    case 'cold.read':
    case 'directory.changed':
    case 'facts.noted':
    case 'coverage.confirmed':
    case 'badge.changed':
    case 'visit.repointed':
    case 'family.linked':
    case 'family.ended':
    case 'day.signed':
      return ok(refuse(`${body.kind} has no place at a FHIR server`))
    default:
      return unreachable(body)
  }
}

const Linked = z.looseObject({ kept: z.string(), merged: z.string() })

function linkedBy(memory: FhirMemory, linkId: string): readonly [string, string] | null {
  const read = Linked.safeParse(memory.byId('Link', linkId)?.body)
  return read.success ? [read.data.kept, read.data.merged] : null
}

/** A link as it has to be remembered to be taken back. */
export const rememberedLink = (id: string, kept: string, merged: string) => ({
  type: 'Link',
  id,
  local: id,
  version: '',
  partOf: '',
  body: { kept, merged },
})
