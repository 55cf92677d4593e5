import type { Person } from '../../domain/person/person.ts'
import { unreachable } from '../../domain/result.ts'
import type { Mutation } from '../../domain/wire/sync.ts'
import type { Unit } from '../database/unit.ts'
import { wishRecord } from '../record/record-store.ts'
import { termsIn } from '../record/term-unit.ts'
import { wishBlank } from './blank.ts'
import { wishToken } from './take-token.ts'

/**
 * Says what a mutation will look for, so that it is read for a whole group at once. What is missing here is read when it
 * is asked for: slower, and no less right.
 */
export function wishFor(unit: Unit, { id, body }: Mutation): void {
  switch (body.kind) {
    case 'person.registered':
      wishRecord(unit, 'person', body.person.id)
      return wishAlike(unit, body.person)
    case 'card.issued':
      wishRecord(unit, 'card', body.card.cardId)
      wishRecord(unit, 'person', body.card.personId)
      return wishBlank(unit, body.card.cardId)
    case 'visit.opened':
      wishRecord(unit, 'visit', body.visit.id)
      wishRecord(unit, 'person', body.visit.personId)
      return wishToken(unit, body.visit.token)
    case 'dispense.recorded':
      wishRecord(unit, 'dispense', body.dispense.id)
      wishRecord(unit, 'right', body.dispense.rightId)
      wishRecord(unit, 'prescription', body.dispense.prescriptionId)
      wishRecord(unit, 'lot', body.dispense.lotId)
      wishRecord(unit, 'lot_mark', body.dispense.lotId)
      return wishRecord(unit, 'stock_event', body.dispense.id)
    case 'person.changed':
      return wishRecord(unit, 'person', body.change.personId)
    case 'visit.repointed':
      wishRecord(unit, 'visit', body.visitId)
      return wishRecord(unit, 'person', body.to)
    case 'family.linked':
      wishRecord(unit, 'person', body.link.person)
      wishRecord(unit, 'person', body.link.relative)
      return wishRecord(unit, 'family_link', body.link.id)
    case 'family.ended':
      return wishRecord(unit, 'family_link', body.linkId)
    case 'badge.changed':
      wishRecord(unit, 'operator', body.by)
      return wishRecord(unit, 'operator', body.operator)
    case 'day.signed':
      return wishRecord(unit, 'day_statement', body.statement.id)
    case 'card.changed':
      return wishRecord(unit, 'card', body.cardId)
    case 'review.decided':
      return wishRecord(unit, 'review', body.reviewId)
    case 'supply.emergency':
      return wishRecord(unit, 'emergency_supply', id)
    case 'visit.noted':
      wishRecord(unit, 'visit', body.event.visitId)
      return wishRecord(unit, 'visit_event', body.event.id)
    case 'prescription.written':
      wishRecord(unit, 'person', body.prescription.personId)
      return wishRecord(unit, 'prescription', body.prescription.id)
    case 'order.noted':
      wishRecord(unit, 'order_event', body.event.id)
      return wishRecord(unit, 'prescription', body.event.prescriptionId)
    case 'facts.noted':
      for (const { personId, id: row } of body.facts) {
        wishRecord(unit, 'person', personId)
        wishRecord(unit, 'scheme_fact', row)
      }
      return
    case 'coverage.confirmed':
      wishRecord(unit, 'person', body.coverage.personId)
      return wishRecord(unit, 'coverage', body.coverage.id)
    case 'right.returned':
      return wishRecord(unit, 'right', body.rightId)
    case 'person.linked':
    case 'person.unlinked':
    case 'card.seen':
    case 'hub.recorded':
    case 'stock.recorded':
    case 'lot.marked':
    case 'cold.read':
    case 'directory.changed':
    case 'help.called':
      return
    default:
      unreachable(body)
  }
}

/** Whom a person could already be. */
function wishAlike(unit: Unit, { phone, abha }: Person): void {
  if (phone !== null) termsIn(unit).wish({ name: 'person', field: 'phone', value: phone })
  if (abha !== null) termsIn(unit).wish({ name: 'person', field: 'abha', value: abha })
}
