import { ListBox, ListBoxItem } from 'react-aria-components'

import type { CardView } from '../../../contract/desk.ts'
import { CardId } from '../../../domain/id.ts'
import { useText } from '../../text/use-text.tsx'
import { Chip } from '../../ui/chip.tsx'
import { dayText } from '../../ui/format.ts'
import { StateShape } from '../../ui/icon/state-shape.tsx'
import { shapeOf, standingOf } from './card-standing.ts'

interface Props {
  readonly label: string
  readonly cards: readonly CardView[]
  readonly chosen: CardId | null
  readonly today: string
  readonly onChoose: (card: CardId) => void
}

function Line({ card, today }: { readonly card: CardView; readonly today: string }) {
  const { t } = useText()
  const standing = standingOf(card, today)
  return (
    <>
      <div className="card-line">
        <b className="num">{card.shortCode}</b>
        <Chip kind={shapeOf[standing]}>{t(`cards.status.${standing}`)}</Chip>
        <span className="meta muted">{t(`cards.term.${card.term}`, { day: dayText(t, card.expires) })}</span>
      </div>
      {card.seenFarApart ? (
        <p className="card-warning meta">
          <StateShape kind="care" /> <span>{t('cards.far-apart')}</span>
        </p>
      ) : null}
    </>
  )
}

/** Every card a person was ever given, the newest first. */
export const CardList = ({ label, cards, chosen, today, onChoose }: Props) => (
  <ListBox
    className="card-list scroll"
    aria-label={label}
    selectionMode="single"
    selectionBehavior="replace"
    disallowEmptySelection
    // The list is what this screen is for.
    // oxlint-disable-next-line jsx-a11y/no-autofocus
    autoFocus="first"
    selectedKeys={chosen === null ? [] : [chosen]}
    onSelectionChange={(keys) => {
      const [key] = keys === 'all' ? [] : [...keys]
      const id = CardId.safeParse(key)
      if (id.success) onChoose(id.data)
    }}
  >
    {cards.map((card) => (
      <ListBoxItem key={card.cardId} id={card.cardId} className="card-item" textValue={card.shortCode}>
        <Line card={card} today={today} />
      </ListBoxItem>
    ))}
  </ListBox>
)
