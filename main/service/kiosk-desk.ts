import type { z } from 'zod'

import type { kiosk, KioskPaper, KioskScan } from '../../contract/kiosk.ts'
import type { PrintJob } from '../../contract/shell.ts'
import type { CardId, JobId, PersonId } from '../../domain/id.ts'
import { MutationId } from '../../domain/id.ts'
import type { Language } from '../../domain/language.ts'
import { hexOf } from '../../domain/card/bytes.ts'
import { unreachable } from '../../domain/result.ts'
import type { Bench } from './bench.ts'
import { judgeCard } from './card-check.ts'
import { foreignKind } from './foreign-desk.ts'
import { noteSeen, personOfCard } from './scan-desk.ts'
import { issueToken } from './token-desk.ts'
import type { Issued } from './token-desk.ts'

type Scan = z.infer<typeof KioskScan>
type Paper = z.infer<typeof KioskPaper>
type Checkin = z.output<(typeof kiosk.channels)['kiosk.checkin']['output']>

interface Guest {
  readonly handle: string
  readonly person: PersonId
  readonly until: number
  /** By department: asking again for the same queue repeats the answer. */
  readonly issued: ReadonlyMap<string, Issued>
}

export interface KioskDesk {
  scan(text: string, lookUp: (card: CardId) => void): Scan
  checkin(guest: string, department: string, language: Language): Checkin
  paper(): Paper | null
  /** What a kiosk's page may hear of a print job, or null when it is not this guest's. */
  paperOf(job: PrintJob): Paper | null
  call(): void
  leave(): void
}

const GUEST_LIVES = 2 * 60_000

/** The kiosk's counter: its page holds a random handle and never learns whose it is. */
export function kioskDesk(bench: Bench): KioskDesk {
  let guest: Guest | null = null
  let lastJob: JobId | null = null

  const present = (handle: string): Guest | null =>
    guest !== null && guest.handle === handle && bench.now().getTime() < guest.until ? guest : null
  const leave = () => {
    guest = null
    lastJob = null
  }

  return {
    leave,
    scan(text, lookUp) {
      const answer = judgeCard(bench, text)
      if (answer.kind === 'not-a-card') {
        return foreignKind(bench, text) === null ? { kind: 'not-a-card' } : { kind: 'go-to-desk', why: 'other-card' }
      }
      if (answer.kind !== 'valid') return { kind: 'go-to-desk', why: answer.kind }
      const person = personOfCard(bench, answer.card.cardId)
      if (person === null) {
        lookUp(answer.card.cardId)
        return { kind: 'not-here-yet' }
      }
      noteSeen(bench, answer.card.cardId, person)
      leave()
      const handle = hexOf(bench.random(16))
      guest = { handle, person: person.id, until: bench.now().getTime() + GUEST_LIVES, issued: new Map() }
      return { kind: 'welcome', guest: handle }
    },
    checkin(handle, department, language) {
      const here = present(handle)
      const person = here === null ? null : bench.store.shared.person.get(here.person)
      if (here === null || person === null) return { kind: 'scan-again' }
      const before = here.issued.get(department)
      if (before !== undefined) return issuedAnswer(before)
      const issued = issueToken(bench, person, { department, priority: 'none', doctor: null }, language)
      if (!issued.ok) return { kind: 'go-to-desk', why: issued.problem === 'no-number' ? 'no-number' : 'not-saved' }
      lastJob = issued.value.job
      guest = { ...here, issued: new Map(here.issued).set(department, issued.value) }
      return issuedAnswer(issued.value)
    },
    paper() {
      const job = lastJob === null ? null : bench.store.spool.get(lastJob)
      return job === null ? null : paperState(job)
    },
    paperOf: (job) => (job.id === lastJob ? paperState(job) : null),
    call() {
      bench.save((write) => {
        const place = bench.store.device.read().label
        write.tellHims(MutationId.parse(bench.newId()), { kind: 'help.called', at: write.at, place }, place)
      })
    },
  }
}

const issuedAnswer = ({ label, department, expected }: Issued): Checkin => ({
  kind: 'issued',
  token: { label, department, expected },
})

function paperState({ state }: PrintJob): Paper {
  switch (state.kind) {
    case 'queued':
    case 'sending':
      return { kind: 'printing' }
    case 'printed':
      return { kind: 'printed' }
    case 'not-sent':
      return { kind: 'not-printed', reason: state.reason }
    case 'uncertain':
      return { kind: 'not-printed', reason: 'uncertain' }
    case 'settled':
      return state.came ? { kind: 'printed' } : { kind: 'not-printed', reason: 'uncertain' }
    default:
      return unreachable(state)
  }
}
