import type { TerminalStatus } from '../../contract/shell.ts'
import { useText } from '../text/use-text.tsx'
import { Scroll } from '../ui/scroll.tsx'
import { StateShape } from '../ui/icon/state-shape.tsx'
import type { StatusItem } from '../ui/status-line.ts'
import { statusLine } from '../ui/status-line.ts'
import type { DeskBridge } from './desk-bridge.ts'
import { JobList } from '../ui/job/job-list.tsx'
import { needsPerson } from '../ui/job/job-trail.ts'
import type { JobTrail } from '../ui/job/job-trail.ts'

interface Props {
  readonly hims: DeskBridge
  readonly status: TerminalStatus
  readonly trails: Readonly<Record<string, JobTrail>>
  readonly now: Date
}

const notDevice = new Set(['link', 'waiting', 'age', 'disk'])

function Devices({ items }: { readonly items: readonly StatusItem[] }) {
  const { t } = useText()
  return (
    <section className="panel sheet-panel" aria-label={t('desk.printing.devices')}>
      <div className="sheet-head">
        <h2>{t('desk.printing.devices')}</h2>
        <p className="muted meta">{t('desk.printing.ready-means')}</p>
      </div>
      <ul className="device-list">
        {items.map(({ key, kind, id, values }) => (
          <li key={key}>
            <StateShape kind={kind} size="large" />
            <span>{t(id, values)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Every paper of late, those that need a person first, and the devices. */
export function PrintingScreen({ hims, status, trails, now }: Props) {
  const { t } = useText()
  const all = Object.values(trails).toReversed()
  const ordered = [...all.filter(needsPerson), ...all.filter((trail) => !needsPerson(trail))]
  return (
    <div className="sheet-screen two-sheets">
      <section className="panel sheet-panel" aria-label={t('desk.printing.title')}>
        <div className="sheet-head">
          <h1>{t('desk.printing.title')}</h1>
        </div>
        <Scroll label={t('desk.printing.title')}>
          {ordered.length === 0 ? <p className="sheet-empty muted">{t('desk.printing.none')}</p> : null}
          <JobList hims={hims} trails={ordered} now={now} />
        </Scroll>
      </section>
      <Devices items={statusLine(status, now).filter(({ key }) => !notDevice.has(key))} />
    </div>
  )
}
