import { ListBox, ListBoxItem } from 'react-aria-components'

import type { DayView, ListedNumber } from '../../../contract/day.ts'
import { reportNumbers } from '../../../domain/hospital/day-count.ts'
import { useText } from '../../text/use-text.tsx'

/** What the right side shows: the day at a glance, or the list behind a number. */
export type Shown = 'overview' | ListedNumber

export const countOf = (view: DayView, number: ListedNumber): number =>
  number === 'waiting' || number === 'refused' || number === 'emergency' ? view[number] : view.counts[number]

interface Props {
  readonly view: DayView
  readonly shown: Shown
  readonly onShow: (shown: Shown) => void
}

const rows: readonly Shown[] = ['overview', ...reportNumbers]
/** A new part of the list begins with these. */
const firsts: ReadonlySet<Shown> = new Set<Shown>(['cardsIssued', 'tokens', 'slips', 'waiting'])

/** Every number of the day; choosing one opens what it counts. */
export function NumberList({ view, shown, onShow }: Props) {
  const { t } = useText()
  return (
    <ListBox
      className="day-numbers scroll grow"
      aria-label={t('day.numbers')}
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection
      // The list is what this screen is for.
      // oxlint-disable-next-line jsx-a11y/no-autofocus
      autoFocus="first"
      selectedKeys={[shown]}
      onSelectionChange={(keys) => {
        const [key] = keys === 'all' ? [] : [...keys]
        const found = rows.find((row) => row === key)
        if (found !== undefined) onShow(found)
      }}
    >
      {rows.map((row) => {
        const name = row === 'overview' ? t('day.overview') : t(`day.number.${row}`)
        const differs = row === 'overview' && view.differences.length > 0
        return (
          <ListBoxItem
            key={row}
            id={row}
            className={firsts.has(row) ? 'day-number first' : 'day-number'}
            textValue={row === 'overview' ? name : `${name} ${countOf(view, row)}`}
          >
            <span className="grow">{name}</span>
            {row === 'overview' ? null : <b className="num">{countOf(view, row)}</b>}
            {differs ? <b className="num day-care">{view.differences.length}</b> : null}
          </ListBoxItem>
        )
      })}
    </ListBox>
  )
}
