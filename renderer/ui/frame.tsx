import type { ComponentProps, ReactNode } from 'react'

import type { TerminalStatus } from '../../contract/shell.ts'
import { AllActions } from './action/palette.tsx'
import { LinkBand } from './link-band.tsx'
import { StatusBar } from './status-bar.tsx'
import { TopBar } from './top-bar.tsx'

interface Props extends Omit<ComponentProps<typeof TopBar>, 'status' | 'now'> {
  readonly status: TerminalStatus
  readonly now: Date
  readonly bandDetail?: ReactNode
  /** The key for a supervisor's PIN, where the page has deeds for it. */
  readonly supervisor?: ReactNode
  readonly onSeeWaiting?: () => void
  readonly waitingCap?: string
  /** What is said for a moment, under the band. */
  readonly notice?: ReactNode
  /** Keys at the end of the status bar. */
  readonly keys?: ReactNode
  readonly children: ReactNode
}

/** The page of a desk or a counter: top bar, band when HIMS is away, the work, status bar. */
export function Frame({
  status,
  now,
  bandDetail,
  onSeeWaiting,
  waitingCap,
  notice,
  supervisor,
  keys,
  children,
  ...top
}: Props) {
  return (
    <div className="page">
      <div className="frame">
        <TopBar status={status} now={now} {...top} />
        <div className="band-room">
          <LinkBand
            status={status}
            now={now}
            detail={bandDetail}
            {...(onSeeWaiting === undefined ? {} : { onSeeWaiting })}
            {...(waitingCap === undefined ? {} : { waitingCap })}
          />
          {notice}
        </div>
        <main>{children}</main>
        <StatusBar
          status={status}
          now={now}
          end={
            <>
              <AllActions />
              {supervisor}
              {keys}
            </>
          }
        />
      </div>
    </div>
  )
}
