import { useRef } from 'react'
import type { KeyboardEvent } from 'react'
import { Button } from 'react-aria-components'

import type { QueueLine } from '../../../contract/doctor.ts'
import { useText } from '../../text/use-text.tsx'
import { AgeMark } from '../../ui/age-mark.tsx'
import { PriorityMark } from '../../ui/icon/priority-sign.tsx'
import { PersonNameText } from '../../ui/person-name-text.tsx'
import { Scroll } from '../../ui/scroll.tsx'
import { useHotkeys } from '../../ui/use-hotkeys.ts'

interface Props {
  readonly queue: readonly QueueLine[]
  readonly others: readonly QueueLine[]
  readonly now: Date
  readonly today: string
  readonly onEarly: (line: QueueLine) => void
}

const MINUTE = 60_000

function Row({ line, now, today, onEarly }: Omit<Props, 'queue' | 'others'> & { readonly line: QueueLine }) {
  const { t } = useText()
  const { person } = line
  const minutes = Math.max(0, Math.floor((now.getTime() - Date.parse(line.openedAt)) / MINUTE))
  return (
    <Button className="queue-row" onPress={() => onEarly(line)}>
      <b className="num">{line.label}</b>
      {person === null ? <span /> : <AgeMark birth={person.birth} sex={person.sex} today={today} />}
      <span className="queue-who">
        {person === null ? (
          <span className="muted">{t('visit.not-here-yet')}</span>
        ) : (
          <PersonNameText name={person.name} />
        )}
        <span className="row wrap meta">
          <PriorityMark priority={line.priority} />
          <span className="muted">{t('visit.waits', { minutes })}</span>
          {line.stage === 'absent' ? <span className="care">{t('visit.was-absent')}</span> : null}
          {line.doctor === null ? null : <span className="muted">{t('visit.asked-for', { doctor: line.doctor })}</span>}
        </span>
      </span>
    </Button>
  )
}

/** Who waits, in the order in which they are called; F3 and the arrows go to somebody, Enter calls out of turn. */
export function QueuePanel({ queue, others, ...more }: Props) {
  const { t, list } = useText()
  const rows = useRef<HTMLUListElement>(null)
  const buttons = (): readonly HTMLElement[] => [...(rows.current?.querySelectorAll<HTMLElement>('button') ?? [])]
  useHotkeys({ F3: () => buttons()[0]?.focus() })
  const move = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const all = buttons()
    const at = all.findIndex((each) => each === document.activeElement)
    all[Math.min(all.length - 1, Math.max(0, at + step))]?.focus()
  }
  return (
    <section className="panel queue-panel" aria-label={t('visit.queue', { count: queue.length })}>
      <h2 className="heading">{t('visit.queue', { count: queue.length })}</h2>
      <Scroll label={t('visit.queue', { count: queue.length })}>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <ul ref={rows} onKeyDown={move}>
          {queue.map((line) => (
            <li key={line.visitId}>
              <Row line={line} {...more} />
            </li>
          ))}
        </ul>
      </Scroll>
      {others.length === 0 ? null : (
        <p className="queue-others">
          <b>{t('visit.others')}</b>{' '}
          {list(others.map(({ label, room }) => t('visit.others.at', { token: label, room: room ?? '' })))}
        </p>
      )}
    </section>
  )
}
