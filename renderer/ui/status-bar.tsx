import type { ReactNode } from 'react'

import type { TerminalStatus } from '../../contract/shell.ts'
import { useText } from '../text/use-text.tsx'
import { StateShape } from './icon/state-shape.tsx'
import { StatusAll } from './status-all.tsx'
import { statusLine } from './status-line.ts'
import { useFold } from './use-fold.ts'

interface Props {
  readonly status: TerminalStatus
  readonly now: Date
  readonly end?: ReactNode
}

/** HIMS, what waits, how old the data is, and every device that answered or did not: one line on every desk. */
export function StatusBar({ status, now, end }: Props) {
  const { t } = useText()
  const items = statusLine(status, now)
  const said = items.map(({ id, values }) => t(id, values))
  const { line, folded } = useFold(
    items.map(({ kind }) => kind),
    said.join(' '),
  )
  return (
    <footer className="status-bar">
      <div ref={line} className="status-line">
        <ul aria-label={t('common.status')}>
          {items.map(({ key, kind }, at) => (
            <li key={key} className={folded.has(at) ? 'status-item folded' : 'status-item'}>
              <StateShape kind={kind} />
              <span>{said[at]}</span>
            </li>
          ))}
        </ul>
        <StatusAll items={items} folded={folded} />
      </div>
      <div className="status-keys">{end}</div>
    </footer>
  )
}
