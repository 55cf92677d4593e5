import { ListBox, ListBoxItem } from 'react-aria-components'

import type { ReviewView } from '../../../contract/merge.ts'
import { useText } from '../../text/use-text.tsx'
import { momentText } from '../../ui/format.ts'
import { Written } from '../../ui/written.tsx'

interface Props {
  readonly label: string
  readonly reviews: readonly ReviewView[]
  readonly chosen: string | null
  readonly now: Date
  readonly onChoose: (row: number) => void
}

/** Every matter in a line: whom it is about, and what. */
export function DecideList({ label, reviews, chosen, now, onChoose }: Props) {
  const { t } = useText()
  const about = (review: ReviewView) =>
    review.kind === 'field'
      ? t('merge.decide.differs', { group: t(`merge.group.${review.group}`) })
      : t('merge.decide.twice')
  return (
    <ListBox
      className="decide-items scroll grow"
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={chosen === null ? [] : [chosen]}
      onSelectionChange={(keys) => {
        const [key] = keys === 'all' ? [] : [...keys]
        const row = reviews.findIndex(({ id }) => id === key)
        if (row !== -1) onChoose(row)
      }}
    >
      {reviews.map((review) => {
        const { name } = review.kind === 'field' ? review.person : review.one.person
        return (
          <ListBoxItem key={review.id} id={review.id} className="decide-item" textValue={name.latin}>
            <b>
              <Written text={name.latin} />
            </b>
            <span>{about(review)}</span>
            <span className="meta muted">{momentText(t, new Date(review.at), now)}</span>
          </ListBoxItem>
        )
      })}
    </ListBox>
  )
}
