import type { z } from 'zod'

import type { DayAnswer, dayChannels } from '../../contract/day.ts'
import { countsOf, dayDifferences, dayLists } from '../../domain/hospital/day-ledger.ts'
import type { DayDifference } from '../../domain/hospital/day-ledger.ts'
import { dayStanding } from '../../domain/hospital/day-statement.ts'
import type { DayStatement, SignedDifference } from '../../domain/hospital/day-statement.ts'
import { MutationId } from '../../domain/id.ts'
import type { OperatorId } from '../../domain/id.ts'
import type { DayQuery } from '../store/day-query.ts'
import type { Bench } from './bench.ts'
import { ledgerOf, wholeDay } from './day-ledger.ts'
import type { Span } from './day-ledger.ts'
import { isSupervisorOf, saidHere, saidOf, shiftOf } from './day-view.ts'
import type { SessionKeeper } from './session.ts'

type Asked<Name extends keyof typeof dayChannels> = z.output<(typeof dayChannels)[Name]['input']>
type Sessions = Pick<SessionKeeper, 'confirm' | 'unlock'>

export interface DayWork {
  readonly bench: Bench
  readonly query: DayQuery
  readonly session: Sessions
}

/** A supervisor answers for a day with their own PIN, whoever works here. */
export async function signDay(work: DayWork, asked: Asked<'day.sign'>): Promise<DayAnswer> {
  const refusal = await supervisorSays(work, asked)
  if (refusal !== null) return refusal
  const { bench, query } = work
  const span = wholeDay(asked.day)
  const said = saidHere(bench, query, asked.day)
  if (asked.day > bench.today() || dayStanding(said).kind === 'signed') return { kind: 'changed-meanwhile' }
  const differences = dayDifferences(ledgerOf(bench, query, span))
  const explained = explain(differences, asked.explained)
  if (explained === null) return { kind: 'unexplained', count: differences.length }
  return state(work, span, { kind: 'signed', by: asked.supervisor, to: null, note: asked.note, explained, said })
}

/** A signed day goes on: the word against the signature names it, and neither is ever taken away. */
export async function reopenDay(work: DayWork, asked: Asked<'day.reopen'>): Promise<DayAnswer> {
  const refusal = await supervisorSays(work, asked)
  if (refusal !== null) return refusal
  const statement = work.bench.store.shared.day_statement.get(asked.statement)
  if (statement === null) return { kind: 'changed-meanwhile' }
  const said = saidHere(work.bench, work.query, statement.day)
  const standing = dayStanding(said)
  if (standing.kind !== 'signed' || standing.statement.id !== statement.id) return { kind: 'changed-meanwhile' }
  const { supervisor: by, note } = asked
  return state(work, wholeDay(statement.day), { kind: 'reopened', by, to: null, note, explained: [], said })
}

/** Another clerk goes on here: what was done until now is written down as the first one's. */
export async function handShift(work: DayWork, { to, pin, note }: Asked<'day.hand'>): Promise<DayAnswer> {
  const { bench, query, session } = work
  const giver = bench.session()
  if (giver.kind === 'locked' || giver.operator === to) return { kind: 'changed-meanwhile' }
  const taker = await session.confirm(to, pin)
  if (taker.kind !== 'unlocked') return taker
  const day = bench.today()
  const said = saidHere(bench, query, day)
  const { span } = shiftOf(said, day)
  const answer = state(work, span, { kind: 'handed', by: giver.operator, to, note, explained: [], said })
  if (answer.kind === 'said') await session.unlock(to, pin)
  return answer
}

async function supervisorSays(
  { bench, session }: DayWork,
  { supervisor, pin }: { readonly supervisor: OperatorId; readonly pin: string },
): Promise<DayAnswer | null> {
  const answer = await session.confirm(supervisor, pin)
  if (answer.kind !== 'unlocked') return answer
  return isSupervisorOf(bench, supervisor) ? null : { kind: 'not-supervisor' }
}

/** Each difference with its word; null when one has none. */
function explain(
  differences: readonly DayDifference[],
  words: readonly SignedDifference[],
): readonly SignedDifference[] | null {
  const said = new Map(words.map(({ kind, name, explained }) => [`${kind} ${name}`, explained]))
  const all = differences.flatMap(({ kind, name }) => {
    const explained = said.get(`${kind} ${name}`)
    return explained === undefined ? [] : [{ kind, name, explained }]
  })
  return all.length === differences.length ? all : null
}

interface Statement extends Pick<DayStatement, 'kind' | 'by' | 'to' | 'note'> {
  readonly explained: readonly SignedDifference[]
  readonly said: readonly DayStatement[]
}

/** Row, word to HIMS and audit entry in one commit; the statement names the entry before its own. */
function state({ bench, query }: DayWork, span: Span, { explained, said, ...word }: Statement): DayAnswer {
  const { store } = bench
  const { terminal, facility, label } = store.device.read()
  if (terminal === null || facility === null) return { kind: 'changed-meanwhile' }
  const saved = bench.save((write) => {
    const statement: DayStatement = {
      ...word,
      id: bench.newId(),
      facility: facility.code,
      terminal,
      label,
      day: span.day,
      from: span.from,
      at: write.at,
      after: said.at(-1)?.id ?? null,
      counts: countsOf(dayLists(ledgerOf(bench, query, span))),
      waiting: store.outbox.count('waiting'),
      refused: store.outbox.count('refused'),
      emergency: query.supplies(span.from, span.to).length,
      differences: [...explained],
      audit: store.audit.head(),
    }
    write.put('day_statement', statement)
    write.tellHims(MutationId.parse(bench.newId()), { kind: 'day.signed', statement }, `${label} ${span.day}`.trim())
    write.audit(`day.${word.kind}`, statement.id)
    return statement
  })
  return saved.ok ? { kind: 'said', said: saidOf(bench, saved.value) } : { kind: 'not-saved', cause: saved.problem }
}
