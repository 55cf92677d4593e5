import type { ReactNode } from 'react'

import type { TerminalStatus } from '../../contract/shell.ts'
import { useText } from '../text/use-text.tsx'
import { StateShape } from './icon/state-shape.tsx'
import { statusLine } from './status-line.ts'

interface Props {
  readonly status: TerminalStatus
  readonly now: Date
  readonly end?: ReactNode
}

/** HIMS, what waits, how old the data is, and every device that answered or did not. */
export function StatusBar({ status, now, end }: Props) {
  const { t } = useText()
  return (
    <footer className="status-bar">
      <ul aria-label={t('common.status')}>
        {statusLine(status, now).map(({ key, kind, id, values }) => (
          <li key={key} className="status-item">
            <StateShape kind={kind} />
            <span>{t(id, values)}</span>
          </li>
        ))}
      </ul>
      <div className="status-keys">{end}</div>
    </footer>
  )
}
