import { Activity, createContext, useContext, useEffect, useState } from 'react'
import type { ReactNode } from 'react'

import type { BadgeAnswer } from '../../../contract/shell.ts'
import type { OperatorId } from '../../../domain/id.ts'
import type { MessageId } from '../../../domain/text/catalogue.ts'
import { answered } from '../ask.ts'
import type { StaffBridge } from '../bridge.ts'
import type { Given } from '../staff-page.tsx'
import { Unlock } from '../unlock.tsx'
import type { KeptWork } from '../unlock.tsx'
import { useBadge } from './use-badge.ts'

interface SeatWork {
  readonly keep: (what: MessageId | null) => void
}

const SeatContext = createContext<SeatWork>({ keep: () => {} })

/** Says what this person has under way: the lock tells them, and nobody else, in its own language, that it is still there. */
export function useKept(what: MessageId | null): void {
  const { keep } = useContext(SeatContext)
  useEffect(() => keep(what), [keep, what])
}

interface SeatProps {
  readonly operator: OperatorId
  readonly isHere: boolean
  readonly onKeep: (operator: OperatorId, what: MessageId | null) => void
  readonly children: ReactNode
}

/** The work of one person. Behind the lock it keeps every letter, hears nothing and is not shown. */
function Seat({ operator, isHere, onKeep, children }: SeatProps) {
  const [work] = useState((): SeatWork => ({ keep: (what) => onKeep(operator, what) }))
  return (
    <Activity mode={isHere ? 'visible' : 'hidden'}>
      <SeatContext value={work}>{children}</SeatContext>
    </Activity>
  )
}

/** The badge shown last; while somebody else works, one locks the page for its holder's PIN. */
function useShownBadge(hims: StaffBridge, at: OperatorId | null) {
  const [shown, setShown] = useState<BadgeAnswer | null>(null)
  useBadge(hims, (answer) => {
    // While somebody works, only a colleague who comes matters.
    if (at === null || answer.kind === 'named') setShown(answer)
    if (at !== null && answer.kind === 'named') void answered(hims.ask['session.lock']({}))
  })
  // What was shown at one lock is nothing to the next.
  useEffect(() => (at === null ? () => setShown(null) : undefined), [at])
  return shown
}

interface Props extends Given {
  readonly hims: StaffBridge
  /** The work of whoever has unlocked the page. */
  readonly children: ReactNode
}

/** One page for several people: each finds their own work again as it was left, and nobody another's. */
export function Seats({ hims, status, now, onLanguage, children }: Props) {
  const at = status.session.kind === 'unlocked' ? status.session.operator : null
  const [seats, setSeats] = useState<readonly OperatorId[]>([])
  const [last, setLast] = useState<OperatorId | null>(null)
  const [kept, setKept] = useState<KeptWork>({})
  const shown = useShownBadge(hims, at)
  if (at !== null && at !== last) {
    setLast(at)
    setSeats((before) => (before.includes(at) ? before : [...before, at]))
  }
  const [onKeep] = useState(
    () => (operator: OperatorId, what: MessageId | null) => setKept((before) => ({ ...before, [operator]: what })),
  )
  // Whoever does not work here any more leaves no work behind.
  const [onStaff] = useState(
    () => (staff: readonly OperatorId[]) => setSeats((before) => before.filter((each) => staff.includes(each))),
  )
  return (
    <>
      {seats.map((operator) => (
        <Seat key={operator} operator={operator} isHere={operator === at} onKeep={onKeep}>
          {children}
        </Seat>
      ))}
      {at === null ? (
        <Unlock
          hims={hims}
          status={status}
          now={now}
          onLanguage={onLanguage}
          first={last}
          kept={kept}
          badge={shown}
          onStaff={onStaff}
        />
      ) : null}
    </>
  )
}
