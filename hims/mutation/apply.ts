import type { HimsRole, Mutation } from '../../domain/wire/sync.ts'
import { unreachable } from '../../domain/result.ts'
import { park } from '../right/parked.ts'
import { keepSightings } from '../status/sighting.ts'
import { changeBadge } from './change-badge.ts'
import { changeCard } from './change-card.ts'
import { changeDirectory } from './change-directory.ts'
import { recordOfHub } from './hub-record.ts'
import { changePerson } from './change-person.ts'
import { decideReview } from './decide-review.ts'
import { issueCard } from './issue-card.ts'
import { keepEdit } from './keep-edit.ts'
import { endFamily, linkFamily } from './link-family.ts'
import { linkPeople } from './link-people.ts'
import { noteOrder } from './note-order.ts'
import { noteVisit } from './note-visit.ts'
import { openVisit } from './open-visit.ts'
import { applied, refused } from './outcome.ts'
import type { Applying, Outcome, Waits } from './outcome.ts'
import { confirmCoverage, noteFacts } from './note-facts.ts'
import { recordDispense } from './record-dispense.ts'
import { markLot, readCold, recordStock } from './record-stock.ts'
import { registerPerson } from './register-person.ts'
import { repointVisit } from './repoint-visit.ts'
import { signDay } from './sign-day.ts'
import { unlinkPeople } from './unlink-people.ts'
import { returnRight } from './return-right.ts'
import { supplyEmergency } from './supply-emergency.ts'
import { writePrescription } from './write-prescription.ts'

/** What each role's screens can do; anything else from such a terminal is a fault or a forgery. */
const may: Readonly<Record<HimsRole, readonly Mutation['body']['kind'][]>> = {
  desk: [
    'person.registered',
    'person.changed',
    'person.linked',
    'person.unlinked',
    'review.decided',
    'card.issued',
    'card.changed',
    'card.seen',
    'visit.opened',
    'visit.noted',
    'visit.repointed',
    'family.linked',
    'family.ended',
    'day.signed',
    'facts.noted',
    'coverage.confirmed',
    'badge.changed',
    'help.called',
  ],
  pharmacy: [
    'card.seen',
    'dispense.recorded',
    'order.noted',
    'visit.noted',
    'right.returned',
    'supply.emergency',
    'stock.recorded',
    'lot.marked',
    'cold.read',
    'directory.changed',
    'badge.changed',
    'help.called',
  ],
  kiosk: ['card.seen', 'visit.opened', 'help.called'],
  doctor: ['card.seen', 'visit.noted', 'prescription.written', 'order.noted', 'help.called'],
  display: [],
  admin: ['directory.changed', 'lot.marked', 'badge.changed', 'help.called'],
  hub: ['hub.recorded'],
}

/**
 * Applies one mutation; `said` is its body as it came, so that fields this version doesn't know are kept. What speaks of
 * something that has not reached HIMS is a fact all the same: it is kept until that has come.
 */
export async function applyMutation(
  applying: Applying,
  { id, body }: Pick<Mutation, 'id' | 'body'>,
  said: Readonly<Record<string, unknown>>,
): Promise<Outcome> {
  const outcome = await applyNow(applying, { id, body }, said)
  return outcome.kind === 'waits' ? park(applying, { mutation: id, right_id: outcome.wanted, said }, outcome) : outcome
}

/** The same without keeping it aside. */
export async function applyNow(
  applying: Applying,
  { id, body }: Pick<Mutation, 'id' | 'body'>,
  said: Readonly<Record<string, unknown>>,
): Promise<Outcome | Waits> {
  if (!may[applying.terminal.role].includes(body.kind)) return refused('role-may-not')
  switch (body.kind) {
    case 'person.registered': {
      const known = { table: 'person', row: body.person } as const
      return registerPerson(applying, { row: body.person, incoming: { known, whole: said['person'] } })
    }
    case 'card.issued': {
      const known = { table: 'card', row: body.card } as const
      return issueCard(applying, { row: body.card, incoming: { known, whole: said['card'] } })
    }
    case 'visit.opened': {
      const known = { table: 'visit', row: body.visit } as const
      return openVisit(applying, { row: body.visit, incoming: { known, whole: said['visit'] } })
    }
    case 'dispense.recorded': {
      const known = { table: 'dispense', row: body.dispense } as const
      return recordDispense(applying, { row: body.dispense, incoming: { known, whole: said['dispense'] } })
    }
    case 'right.returned':
      return returnRight(applying, body, { id, said })
    case 'supply.emergency': {
      const known = { table: 'emergency_supply', row: body.supply } as const
      return supplyEmergency(applying, { row: body.supply, incoming: { known, whole: said['supply'] } })
    }
    case 'card.changed':
      return changeCard(applying, body)
    case 'card.seen':
      await keepSightings(applying, body.seen)
      return applied
    case 'person.changed': {
      const outcome = await changePerson(applying, body.change)
      if (outcome.kind === 'applied') await keepEdit(applying, body.change, { id, by: body.by ?? null })
      return outcome
    }
    case 'person.linked': {
      const known = { table: 'person_link', row: body.link } as const
      return linkPeople(applying, { row: body.link, incoming: { known, whole: said['link'] } })
    }
    case 'person.unlinked':
      return unlinkPeople(applying, body)
    case 'review.decided':
      return decideReview(applying, body)
    case 'visit.noted': {
      const known = { table: 'visit_event', row: body.event } as const
      return noteVisit(applying, { row: body.event, incoming: { known, whole: said['event'] } })
    }
    case 'visit.repointed':
      return repointVisit(applying, body)
    case 'family.linked': {
      const known = { table: 'family_link', row: body.link } as const
      return linkFamily(applying, { row: body.link, incoming: { known, whole: said['link'] } })
    }
    case 'family.ended':
      return endFamily(applying, body)
    case 'day.signed': {
      const known = { table: 'day_statement', row: body.statement } as const
      return signDay(applying, { row: body.statement, incoming: { known, whole: said['statement'] } })
    }
    case 'prescription.written': {
      const known = { table: 'prescription', row: body.prescription } as const
      return writePrescription(applying, body, { known, whole: said['prescription'] })
    }
    case 'order.noted': {
      const known = { table: 'order_event', row: body.event } as const
      return noteOrder(applying, { row: body.event, incoming: { known, whole: said['event'] } })
    }
    case 'stock.recorded':
      return recordStock(applying, body)
    case 'lot.marked':
      return markLot(applying, body.mark)
    case 'cold.read':
      return readCold(applying, body.reading)
    case 'directory.changed':
      return changeDirectory(applying, { id, ...body })
    case 'facts.noted':
      return noteFacts(applying, body.facts)
    case 'coverage.confirmed': {
      const known = { table: 'coverage', row: body.coverage } as const
      return confirmCoverage(applying, { row: body.coverage, incoming: { known, whole: said['coverage'] } })
    }
    case 'hub.recorded':
      return recordOfHub(applying, body.rows)
    case 'badge.changed':
      return changeBadge(applying, body)
    case 'help.called':
      // The call itself, kept with its mutation, is all there is to it.
      return applied
    default:
      return unreachable(body)
  }
}
