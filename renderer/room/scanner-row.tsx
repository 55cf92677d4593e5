import { useState } from 'react'

import { useText } from '../text/use-text.tsx'
import { Icon } from '../ui/icon/icon.tsx'
import { StateShape } from '../ui/icon/state-shape.tsx'
import type { StateKind } from '../ui/icon/state-shape.tsx'
import { KeyCap } from '../ui/key-cap.tsx'
import { useHotkeys } from '../ui/use-hotkeys.ts'
import { PAPER_TYPE } from './paper-tray.tsx'
import type { Hand, RoomTold } from './room-state.ts'
import { terminalName } from './terminal-name.ts'

interface Props {
  readonly scanners: RoomTold['scanners']
  readonly hand: Hand
  readonly hold: (paper: string, scanner: string) => void
}

const shapes: Readonly<Record<Hand['held'][string]['verdict'], StateKind>> = {
  reading: 'wait',
  sent: 'ok',
  unreadable: 'care',
  'not-connected': 'care',
  failed: 'stop',
}

function Scanner({
  scanner,
  at,
  hand,
  hold,
}: Omit<Props, 'scanners'> & {
  readonly scanner: RoomTold['scanners'][number]
  readonly at: number
}) {
  const { t } = useText()
  const [over, setOver] = useState(false)
  const held = hand.held[scanner.id]
  const ready = hand.paper !== null
  return (
    <button
      type="button"
      className={`scanner ${over ? 'over' : ''}`}
      aria-disabled={!ready}
      onClick={() => {
        if (hand.paper !== null) hold(hand.paper, scanner.id)
      }}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(PAPER_TYPE)) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        const paper = event.dataTransfer.getData(PAPER_TYPE)
        if (paper !== '') hold(paper, scanner.id)
      }}
    >
      <span className="scanner-name">
        {at < 9 ? <KeyCap name={String(at + 1)} /> : <Icon name="scan" />}
        <b>{terminalName(t, scanner.terminal)}</b>
      </span>
      <span className="verdict" aria-live="polite">
        {held !== undefined ? (
          <>
            <StateShape kind={shapes[held.verdict]} />
            <span>{t(`room.verdict.${held.verdict}`)}</span>
          </>
        ) : scanner.connected ? (
          <span className="muted">{ready ? t('room.scanner.hold') : t('room.scanner.waits')}</span>
        ) : (
          <>
            <StateShape kind="wait" />
            <span>{t('room.scanner.off')}</span>
          </>
        )}
      </span>
    </button>
  )
}

/** Where a paper can be held: each terminal's scanner, by drag, by click or by its digit. */
export function ScannerRow({ scanners, hand, hold }: Props) {
  const { t } = useText()
  const keys = scanners.slice(0, 9).map((scanner, at): readonly [string, () => void] => [
    String(at + 1),
    () => {
      if (hand.paper !== null) hold(hand.paper, scanner.id)
    },
  ])
  useHotkeys(hand.paper === null ? {} : Object.fromEntries(keys))
  return (
    <section className="panel scanners" aria-labelledby="scanners-title">
      <div className="panel-head">
        <h2 id="scanners-title">{t('room.scanners')}</h2>
        <span className="muted meta">{t('room.scanners.hint')}</span>
      </div>
      <div className="scanner-row">
        {scanners.map((scanner, at) => (
          <Scanner key={scanner.id} {...{ scanner, at, hand, hold }} />
        ))}
      </div>
    </section>
  )
}
