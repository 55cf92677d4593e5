import { useCallback, useState } from 'react'

import { useText } from '../text/use-text.tsx'
import { secondText } from '../ui/format.ts'
import { Icon } from '../ui/icon/icon.tsx'
import { onTop } from './room-state.ts'
import type { RoomTold } from './room-state.ts'
import { terminalName } from './terminal-name.ts'
import { usePicture } from './use-room.ts'
import type { RoomBridge } from './use-room.ts'

/** The kind under which a dragged paper travels. */
export const PAPER_TYPE = 'application/x-hims-paper'

type Paper = RoomTold['papers'][number]

const Picture = ({ png, alt }: { readonly png: Uint8Array; readonly alt: string }) => {
  const [broken, setBroken] = useState(false)
  const show = useCallback(
    (image: HTMLImageElement) => {
      const url = URL.createObjectURL(new Blob([Uint8Array.from(png)], { type: 'image/png' }))
      image.src = url
      return () => URL.revokeObjectURL(url)
    },
    [png],
  )
  if (broken) return <span className="no-picture">{alt}</span>
  return <img className="paper" ref={show} alt="" draggable={false} onError={() => setBroken(true)} />
}

interface Props {
  readonly hims: RoomBridge
  readonly papers: RoomTold['papers']
  readonly picked: string | null
  readonly pick: (paper: string) => void
}

function PaperCard({
  hims,
  paper,
  picked,
  pick,
}: Omit<Props, 'papers' | 'picked'> & { readonly paper: Paper; readonly picked: boolean }) {
  const { t } = useText()
  const picture = usePicture(hims, paper.id)
  const what = t(`room.paper.${paper.kind}`)
  return (
    <li>
      <button
        type="button"
        className={`paper-card ${paper.kind}`}
        aria-pressed={picked}
        draggable
        onClick={() => pick(paper.id)}
        onDragStart={(event) => {
          event.dataTransfer.setData(PAPER_TYPE, paper.id)
          event.dataTransfer.effectAllowed = 'copy'
        }}
      >
        <span className="lying">
          {picture === null ? (
            <span className="no-picture">{t('room.paper.coming')}</span>
          ) : picture === 'none' ? (
            <span className="no-picture">{t('room.paper.no-picture')}</span>
          ) : (
            <Picture png={picture} alt={what} />
          )}
        </span>
        <span className="paper-words">
          <b>{what}</b>
          <span className="muted meta">
            {terminalName(t, paper.from)} · <span className="num">{secondText(new Date(paper.at))}</span>
          </span>
          {picked ? (
            <span className="in-hand">
              <Icon name="up" />
              {t('room.paper.in-hand')}
            </span>
          ) : null}
        </span>
      </button>
    </li>
  )
}

/** What came out of the printers, newest on top. */
export function PaperTray({ hims, papers, picked, pick }: Props) {
  const { t } = useText()
  return (
    <section className="panel tray" aria-labelledby="tray-title">
      <div className="panel-head">
        <h2 id="tray-title">{t('room.tray')}</h2>
        <span className="muted meta">{t('room.tray.hint')}</span>
      </div>
      {papers.length === 0 ? (
        <p className="empty">{t('room.tray.empty')}</p>
      ) : (
        <ul className="papers">
          {onTop(papers).map((paper) => (
            <PaperCard key={paper.id} {...{ hims, paper, pick }} picked={picked === paper.id} />
          ))}
        </ul>
      )}
    </section>
  )
}
