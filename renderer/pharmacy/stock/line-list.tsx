import { useState } from 'react'

import type { SaidLine } from '../../../contract/stock.ts'
import { useText } from '../../text/use-text.tsx'
import { ActionButton } from '../../ui/button.tsx'
import { UndoBar } from '../../ui/undo-bar.tsx'
import { countText } from './stock-text.ts'

export interface NamedLine {
  readonly name: string
  readonly line: SaidLine
}

interface Props {
  readonly lines: readonly NamedLine[]
  readonly onChange: (lines: readonly NamedLine[]) => void
}

interface Removed {
  readonly at: number
  readonly line: NamedLine
}

/** What stands on the paper so far. */
export function LineList({ lines, onChange }: Props) {
  const { t } = useText()
  const [removed, setRemoved] = useState<Removed | null>(null)
  const remove = (at: number, line: NamedLine) => {
    setRemoved({ at, line })
    onChange(lines.toSpliced(at, 1))
  }
  const putBack = ({ at, line }: Removed) => {
    setRemoved(null)
    onChange(lines.toSpliced(at, 0, line))
  }
  return (
    <div className="stock-lines">
      <h3 className="label-line">{t('stock.lines', { count: lines.length })}</h3>
      <ul>
        {lines.map((named, at) => {
          const {
            name,
            line: { lot, found, damaged },
          } = named
          return (
            <li key={`${name} ${lot}`} className="stock-line">
              <b lang="en">{name}</b>
              <span className="num">{lot}</span>
              <span>
                {damaged === 0
                  ? countText(found)
                  : t('stock.line.damaged', { found: countText(found), damaged: countText(damaged) })}
              </span>
              <ActionButton kind="bare" onPress={() => remove(at, named)}>
                {t('stock.line.remove', { name: lot })}
              </ActionButton>
            </li>
          )
        })}
      </ul>
      {removed === null ? null : (
        <UndoBar
          key={`${removed.at} ${removed.line.name} ${removed.line.line.lot}`}
          done={t('staff.undo.row', { name: `${removed.line.name}, ${removed.line.line.lot}` })}
          onUndo={() => putBack(removed)}
          onGone={() => setRemoved(null)}
        />
      )}
    </div>
  )
}
