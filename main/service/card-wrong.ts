import type { z } from 'zod'

import type { Handlers } from '../../contract/channel.ts'
import type { VisitSince, WrongCard, wrongCardChannels } from '../../contract/wrong-card.ts'
import { mayBecome } from '../../domain/card/card-status.ts'
import type { CardRecord } from '../../domain/card/card-record.ts'
import { shortCode } from '../../domain/card/short-code.ts'
import { tokenLabel } from '../../domain/hospital/token.ts'
import type { Visit } from '../../domain/hospital/token.ts'
import { MutationId } from '../../domain/id.ts'
import type { OperatorId, PersonId } from '../../domain/id.ts'
import type { FourTexts } from '../../domain/language.ts'
import type { Person } from '../../domain/person/person.ts'
import { dayQuery } from '../store/day-query.ts'
import type { DayQuery } from '../store/day-query.ts'
import type { Write } from '../store/save.ts'
import { wrongCardTable } from '../store/wrong-card-table.ts'
import type { WrongCardRow, WrongCardTable } from '../store/wrong-card-table.ts'
import type { Bench } from './bench.ts'
import { cardPaper } from './card-paper.ts'
import { slipFor } from './card-wrong-slip.ts'
import { localDay } from './local-time.ts'
import { makeCard, stepCard } from './make-card.ts'
import { personHere } from './person-view.ts'
import { nameOf } from './visit-desk.ts'

type Channels = typeof wrongCardChannels
type Asked<Name extends keyof Channels> = z.output<Channels[Name]['input']>
type Told<Name extends keyof Channels> = z.input<Channels[Name]['output']>

interface Work {
  readonly bench: Bench
  readonly table: WrongCardTable
  readonly slips: Pick<DayQuery, 'slipsOf'>
}

/** Why a card was stopped, as HIMS and the audit log keep it. */
const REASON = 'given to the wrong person'
const MOST = 100
const plain = { details: false, emergency: false, face: false } as const

/** A card that was handed to the wrong person: all of it put right in one commit, and taken back in one. */
export function wrongCardHandlers(bench: Bench): Handlers<Channels> {
  const { database } = bench.store
  const work = { bench, table: wrongCardTable(database), slips: dayQuery(database) }
  return {
    'wrong-card.open': async ({ cardId }) => openWrong(work, cardId),
    'wrong-card.right': async (asked) => rightWrong(work, asked),
    'wrong-card.undo': async (asked) => undoWrong(work, asked),
  }
}

function openWrong({ bench, table }: Work, cardId: Asked<'wrong-card.open'>['cardId']): Told<'wrong-card.open'> {
  const { store } = bench
  const card = store.shared.card.get(cardId)
  const owner = card === null ? null : personHere(store, card.personId)
  if (card === null || owner === null) return null
  return {
    shortCode: shortCode(cardId),
    status: card.status,
    owner,
    visits: visitsSince(bench, card, owner.id).map((visit) => sinceOf(bench, visit)),
    left: store.leased.cardsLeft('temporary'),
    done: table.ofCard(cardId).map(({ row, undone }) => viewOf(bench, row, undone)),
  }
}

/** What was given under the card's own person since the card was. */
const visitsSince = ({ store }: Bench, { issued }: CardRecord, owner: PersonId): readonly Visit[] =>
  store.people.visits(owner, MOST).filter(({ openedAt }) => localDay(new Date(openedAt)) >= issued)

const isWaiting = ({ store, today }: Bench, visit: Visit): boolean => {
  const stage = store.visits.state(visit.id)?.stage
  return visit.token.day === today() && (stage === 'waiting' || stage === 'called' || stage === 'absent')
}

const sinceOf = (bench: Bench, visit: Visit): VisitSince => ({
  id: visit.id,
  label: tokenLabel(visit.token),
  at: visit.openedAt,
  department: departmentName(bench, visit.token.department),
  waits: isWaiting(bench, visit),
})

/** A department that is in no list any more is called by its code. */
const departmentName = ({ store }: Bench, code: string): FourTexts =>
  store.shared.department.get(code)?.name ?? { en: code, hi: code, pa: code, ur: code }

const viewOf = (bench: Bench, row: WrongCardRow, undone: boolean): WrongCard => ({
  id: row.id,
  at: row.at,
  by: nameOf(bench, row.by),
  holder: row.holder === null ? null : (personHere(bench.store, row.holder)?.name.latin ?? null),
  visits: row.visits.length,
  card: row.newCard === null ? null : shortCode(row.newCard),
  undone,
})

function rightWrong({ bench, table, slips }: Work, asked: Asked<'wrong-card.right'>): Told<'wrong-card.right'> {
  const { store } = bench
  const card = store.shared.card.get(asked.cardId)
  const owner = card === null ? null : personHere(store, card.personId)
  const holder = asked.holder === null ? null : personHere(store, asked.holder)
  const { facility } = store.device.read()
  if (card === null || owner === null || facility === null) return { kind: 'gone' }
  if (holder?.id === owner.id || (asked.holder !== null && holder === null)) return { kind: 'gone' }
  const visits = visitsSince(bench, card, owner.id).filter(({ id }) => asked.visits.includes(id))
  if (visits.length !== asked.visits.length || (visits.length > 0 && holder === null)) return { kind: 'gone' }
  if (asked.reissue && store.leased.cardsLeft('temporary') === 0) return { kind: 'no-blank' }
  const by = bench.supervisor()
  if (by === null) return { kind: 'ask-supervisor' }
  const saved = bench.save((write) => {
    const stops = mayBecome(card.status, 'suspended')
    if (stops) stepCard(bench, write, card, 'suspended', REASON)
    const blank = asked.reissue ? store.leased.takeCard(bench.today(), 'temporary') : null
    if (blank !== null) write.audit('supervisor.replaced-card', card.cardId)
    const order = { person: owner, language: asked.language, wishes: plain }
    const made = blank === null ? null : makeCard(bench, write, blank, order, facility, cardPaper).made
    const jobs = holder === null ? [] : visits.flatMap((visit) => repoint({ bench, write, by, slips }, visit, holder))
    const row: WrongCardRow = {
      id: bench.newId(),
      cardId: card.cardId,
      owner: owner.id,
      holder: holder?.id ?? null,
      visits: visits.map(({ id }) => id),
      newCard: made?.card.cardId ?? null,
      stopped: stops,
      at: write.at,
      by,
    }
    table.add(row)
    write.audit('wrong-card.righted', `${card.cardId} ${row.holder ?? ''}`.trim())
    return { done: viewOf(bench, row, false), jobs: made === null ? jobs : [made.job, ...jobs] }
  })
  return saved.ok ? { kind: 'righted', ...saved.value } : { kind: 'not-saved', cause: saved.problem }
}

interface Repointing {
  readonly bench: Bench
  readonly write: Write
  readonly by: OperatorId
  readonly slips: Pick<DayQuery, 'slipsOf'>
}

/** Puts a visit to another person; whoever still waits gets a slip in their own name. */
function repoint({ bench, write, by, slips }: Repointing, visit: Visit, to: Person) {
  const { at } = write
  const from = visit.personId
  const repointed = [...(visit.repointed ?? []), { from, at, by, reason: REASON }]
  const moved: Visit = { ...visit, personId: to.id, repointed }
  write.put('visit', moved)
  const body = { kind: 'visit.repointed', visitId: visit.id, from, to: to.id, at, by, reason: REASON } as const
  write.tellHims(MutationId.parse(bench.newId()), body, tokenLabel(visit.token))
  write.audit('visit.repointed', `${visit.id} ${from} ${to.id}`)
  return isWaiting(bench, moved) ? slipFor({ bench, write, slips }, moved, to) : []
}

function undoWrong({ bench, table, slips }: Work, { id }: Asked<'wrong-card.undo'>): Told<'wrong-card.undo'> {
  const { store } = bench
  const kept = table.get(id)
  if (kept === null || kept.undone) return { kind: 'gone' }
  const { row } = kept
  const [card, owner] = [store.shared.card.get(row.cardId), personHere(store, row.owner)]
  if (card === null || owner === null) return { kind: 'gone' }
  const by = bench.supervisor()
  if (by === null) return { kind: 'ask-supervisor' }
  const saved = bench.save((write) => {
    const made = row.newCard === null ? null : store.shared.card.get(row.newCard)
    if (made !== null && mayBecome(made.status, 'revoked')) stepCard(bench, write, made, 'revoked', `${REASON}: undone`)
    if (row.stopped && card.status === 'suspended') stepCard(bench, write, card, 'active', `${REASON}: undone`)
    const back = row.visits.flatMap((visitId) => {
      const visit = store.shared.visit.get(visitId)
      return visit !== null && visit.personId === row.holder ? [visit] : []
    })
    for (const visit of back) repoint({ bench, write, by, slips }, visit, owner)
    table.undo(id)
    write.audit('wrong-card.undone', row.cardId)
    return back.length
  })
  return saved.ok ? { kind: 'undone', visits: saved.value } : { kind: 'not-saved', cause: saved.problem }
}
