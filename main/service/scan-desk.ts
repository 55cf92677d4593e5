import type { ScanAnswer } from '../../contract/shell.ts'
import { shortCode } from '../../domain/card/short-code.ts'
import { MutationId, PersonId, VisitId } from '../../domain/id.ts'
import type { CardId } from '../../domain/id.ts'
import type { Person } from '../../domain/person/person.ts'
import type { z } from 'zod'

import { unreachable } from '../../domain/result.ts'
import { BAND_PREFIX } from './band-desk.ts'
import { note } from './bench.ts'
import type { Bench } from './bench.ts'
import { judgeCard } from './card-check.ts'
import { answerForeign } from './foreign-desk.ts'
import { seenPack } from './pack-desk.ts'
import { personHere } from './person-view.ts'
import { VISIT_PREFIX } from './token-desk.ts'

type Answer = z.infer<typeof ScanAnswer>

const nothing = { card: { kind: 'not-a-card' }, person: null, source: 'other', device: null, identity: null } as const

/** What a scanned text means to a member of staff; `lookUp` asks HIMS for a card that is not known here. */
export function answerScan(bench: Bench, text: string, device: string | null, lookUp: (card: CardId) => void): Answer {
  const slip = personOfSlip(bench, text)
  if (slip !== null) return opened(bench, { ...nothing, person: slip, source: 'slip', device })
  const worn = bandIn(text)
  if (worn !== null) return opened(bench, { ...nothing, person: personHere(bench.store, worn), source: 'band', device })
  const card = judgeCard(bench, text)
  switch (card.kind) {
    case 'valid':
    case 'expired':
    case 'revoked': {
      const person = personOfCard(bench, card.card.cardId)
      if (person === null) lookUp(card.card.cardId)
      noteSeen(bench, card.card.cardId, person)
      const copied = bench.store.people.cardFlags(card.card.cardId) > 0
      return { ...nothing, card, person, source: 'card', device, ...(copied ? { seenFarApart: true } : {}) }
    }
    case 'altered':
    case 'unknown-issuer':
    case 'newer-format':
      return { ...nothing, card, source: 'card', device }
    case 'not-a-card': {
      const foreign = answerForeign(bench, text)
      const pack = foreign.identity === null ? seenPack(bench, text) : null
      return opened(bench, { ...nothing, ...foreign, device, ...(pack === null ? {} : { pack }) })
    }
    default:
      return unreachable(card)
  }
}

function opened(bench: Bench, answer: Answer): Answer {
  if (answer.person !== null) note(bench, 'person.scanned', answer.person.id)
  return answer
}

/**
 * HIMS hears where a genuine card was shown: at two far places within minutes, one of the two is a copy. A card that is
 * held up again and again at one counter tells it nothing new: only every couple of minutes is it told.
 */
export function noteSeen(bench: Bench, cardId: CardId, person: Person | null): void {
  const isNews = bench.sightings(cardId)
  if (!isNews && person === null) return
  bench.save((write) => {
    if (isNews) {
      const seen = [{ cardId, at: write.at }]
      write.tellHims(MutationId.parse(bench.newId()), { kind: 'card.seen', seen }, shortCode(cardId))
      write.audit('card.seen', cardId)
    }
    if (person !== null) write.audit('person.scanned', person.id)
  })
}

export function personOfCard({ store }: Bench, card: CardId): Person | null {
  const record = store.shared.card.get(card)
  return record === null ? null : personHere(store, record.personId)
}

/** Whom a wristband names; null for any other text. */
function bandIn(text: string): PersonId | null {
  const line = text.trim()
  if (!line.toUpperCase().startsWith(BAND_PREFIX)) return null
  return PersonId.safeParse(line.slice(BAND_PREFIX.length).toLowerCase()).data ?? null
}

function personOfSlip({ store }: Bench, text: string): Person | null {
  const line = text.trim()
  if (!line.toUpperCase().startsWith(VISIT_PREFIX)) return null
  const id = VisitId.safeParse(line.slice(VISIT_PREFIX.length).toLowerCase())
  const visit = id.success ? store.shared.visit.get(id.data) : null
  return visit === null ? null : personHere(store, visit.personId)
}

const SAME_SCAN = 1500

/** Scanners that repeat themselves are heard once: the same text from the same device within a moment. */
export function onceInAWhile(now: () => Date): (device: string, text: string) => boolean {
  const last = new Map<string, { readonly text: string; readonly at: number }>()
  return (device, text) => {
    const at = now().getTime()
    const before = last.get(device)
    last.set(device, { text, at })
    return before === undefined || before.text !== text || Math.abs(at - before.at) > SAME_SCAN
  }
}
