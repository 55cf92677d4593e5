import { TextProvider, useText } from '../text/use-text.tsx'
import { Mark } from '../ui/icon/mark.tsx'
import { LanguageChoice } from '../ui/language-choice.tsx'
import { useAppearance } from '../ui/use-appearance.ts'
import { useHotkeys } from '../ui/use-hotkeys.ts'
import { PaperTray } from './paper-tray.tsx'
import type { RoomTold } from './room-state.ts'
import { ScannerRow } from './scanner-row.tsx'
import { HimsPanel, PinPanel, PrinterPanel } from './side.tsx'
import { useHand, useRoomState } from './use-room.ts'
import type { RoomBridge } from './use-room.ts'

/** A refused wish leaves the room as it is, and the room shows how it is. */
const wish = (asked: Promise<unknown>) => void asked.catch(() => undefined)

function RoomBody({ hims, room }: { readonly hims: RoomBridge; readonly room: RoomTold }) {
  const { t } = useText()
  const { hand, hold, pick, drop } = useHand(hims)
  useAppearance()
  useHotkeys(hand.paper === null ? {} : { Escape: drop })
  return (
    <div className="page room">
      <header className="top-bar">
        <Mark />
        <div className="place">
          <b>{t('room.title')}</b>
          <span className="sub">{t('room.made-up')}</span>
        </div>
        <span className="grow" />
        <LanguageChoice onChoose={(language) => wish(hims.ask['room.language']({ language }))} />
      </header>
      <main className="room-work">
        <h1 className="spoken-only">{t('room.title')}</h1>
        <div className="room-main">
          <ScannerRow scanners={room.scanners} hand={hand} hold={hold} />
          <PaperTray hims={hims} papers={room.papers} picked={hand.paper} pick={pick} />
        </div>
        <div className="room-side">
          <HimsPanel hims={room.hims} run={(running) => wish(hims.ask['room.hims']({ running }))} />
          <PinPanel operators={room.operators} />
          <PrinterPanel
            printers={room.printers}
            set={({ id, paperOut, coverOpen }) => wish(hims.ask['room.printer']({ printer: id, paperOut, coverOpen }))}
          />
        </div>
      </main>
    </div>
  )
}

/** The window beside the demonstration's terminals. */
export function RoomPage({ hims }: { readonly hims: RoomBridge }) {
  const room = useRoomState(hims)
  if (room === null) return null
  return (
    <TextProvider language={room.language}>
      <RoomBody hims={hims} room={room} />
    </TextProvider>
  )
}
