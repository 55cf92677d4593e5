import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Paper } from '../../contract/room.ts'

export interface PrintedPaper extends Paper {
  readonly png: Uint8Array
  /** The PDF that a card or a page came as; null for thermal paper. */
  readonly pdf: string | null
}

/** Where everything that the demonstration printed lies, newest first. */
export interface Tray {
  readonly papers: () => readonly PrintedPaper[]
  readonly find: (id: string) => PrintedPaper | null
  readonly add: (paper: Omit<PrintedPaper, 'id' | 'at'>) => PrintedPaper
}

export function tray(folder: string, now: () => Date, changed: () => void): Tray {
  mkdirSync(folder, { recursive: true })
  const papers: PrintedPaper[] = []
  return {
    papers: () => papers,
    find: (id) => papers.find((paper) => paper.id === id) ?? null,
    add: (printed) => {
      const id = `${String(papers.length + 1).padStart(3, '0')}-${printed.kind}-${printed.from}`
      const paper = { ...printed, id, at: now().toISOString() }
      writeFileSync(join(folder, `${id}.png`), paper.png)
      papers.unshift(paper)
      changed()
      return paper
    },
  }
}
