import type { SaidLine } from '../../../contract/stock.ts'
import { useText } from '../../text/use-text.tsx'
import { ActionButton } from '../../ui/button.tsx'
import { countText } from './stock-text.ts'

export interface NamedLine {
  readonly name: string
  readonly line: SaidLine
}

interface Props {
  readonly lines: readonly NamedLine[]
  readonly onRemove: (at: number) => void
}

/** What stands on the paper so far. */
export function LineList({ lines, onRemove }: Props) {
  const { t } = useText()
  return (
    <div className="stock-lines">
      <h3 className="label-line">{t('stock.lines', { count: lines.length })}</h3>
      <ul>
        {lines.map(({ name, line: { lot, found, damaged } }, at) => (
          <li key={`${name} ${lot}`} className="stock-line">
            <b lang="en">{name}</b>
            <span className="num">{lot}</span>
            <span>
              {damaged === 0
                ? countText(found)
                : t('stock.line.damaged', { found: countText(found), damaged: countText(damaged) })}
            </span>
            <ActionButton kind="bare" onPress={() => onRemove(at)}>
              {t('stock.line.remove', { name: lot })}
            </ActionButton>
          </li>
        ))}
      </ul>
    </div>
  )
}
