import type { z } from 'zod'

import type { doctor } from '../../contract/doctor.ts'
import { unreachable } from '../../domain/result.ts'
import type { VisitState } from '../../domain/hospital/visit-state.ts'
import type { Write } from '../store/save.ts'
import type { Bench } from './bench.ts'
import { roomFacts } from './doctor-room.ts'
import type { RoomFacts } from './doctor-room.ts'
import { seatOf } from './doctor-seat.ts'
import { personHere } from './person-view.ts'
import { speakerOf, writeEvent } from './visit-note.ts'
import type { Noted, Said } from './visit-note.ts'

type Current = z.output<(typeof doctor.channels)['room.next']['input']>['current']
type Asked = z.output<(typeof doctor.channels)['room.note']['input']>

const changed: Noted = { kind: 'changed-meanwhile' }

function factsNow(bench: Bench): RoomFacts | null {
  const speaker = speakerOf(bench)
  const seat = speaker === null ? null : seatOf(bench, speaker.by)
  return speaker === null || seat === null ? null : roomFacts(bench, seat, speaker)
}

function saved(bench: Bench, work: (write: Write) => void): Noted {
  const done = bench.save(work)
  return done.ok ? { kind: 'noted' } : { kind: 'not-saved', cause: done.problem }
}

/** Calls whoever is next into the room, once the one before is done with; both in one commit. */
export function callNext(bench: Bench, current: Current): Noted {
  const facts = factsNow(bench)
  if (facts === null || (facts.current?.visit.id ?? null) !== (current?.visitId ?? null)) return changed
  const { next, seat, speaker } = facts
  if (next === null && current === null) return changed
  return saved(bench, (write) => {
    if (facts.current !== null && current !== null) {
      writeEvent({ bench, write }, facts.current, speaker, { kind: current.was })
    }
    if (next !== null) writeEvent({ bench, write }, next, speaker, callOf(bench, next, seat.room))
  })
}

/** A call says what the person speaks: a waiting room hears the number in that language too, and knows nothing else. */
function callOf({ store }: Bench, { visit }: VisitState, room: string): Said {
  const person = personHere(store, visit.personId)
  return { kind: 'called', room, ...(person === null ? {} : { language: person.language }) }
}

/** Whether a visit stands so that this may be said of it in this room. */
function fits(kind: Asked['kind'], state: VisitState, { speaker, current }: RoomFacts): boolean {
  const isHere = state.stage === 'called' && state.call?.terminal === speaker.terminal
  switch (kind) {
    case 'again':
    case 'absent':
      return isHere
    case 'seen':
      return isHere || state.lost.some(({ terminal }) => terminal === speaker.terminal)
    case 'restored':
      return state.stage === 'called' || state.stage === 'seen' || state.stage === 'absent'
    case 'out-of-turn':
      return current === null && (state.stage === 'waiting' || state.stage === 'absent')
    default:
      return unreachable(kind)
  }
}

/** What a doctor says of one visit. */
export function noteInRoom(bench: Bench, asked: Asked): Noted {
  const facts = factsNow(bench)
  const state = facts?.states.find(({ visit }) => visit.id === asked.visitId)
  if (facts === null || state === undefined || !fits(asked.kind, state, facts)) return changed
  const call = callOf(bench, state, facts.seat.room)
  const said: Said = asked.kind === 'again' || asked.kind === 'out-of-turn' ? call : { kind: asked.kind }
  return saved(bench, (write) => {
    writeEvent({ bench, write }, state, facts.speaker, said)
    if (asked.kind === 'out-of-turn') write.audit(`visit.out-of-turn.${asked.why}`, state.visit.id)
  })
}
