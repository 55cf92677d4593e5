import { useState } from 'react'

import type { CardDesk, CardWishes } from '../../../contract/desk.ts'
import type { Person } from '../../../domain/person/person.ts'
import { useText } from '../../text/use-text.tsx'
import { ActionButton } from '../../ui/button.tsx'
import { useHotkeys } from '../../ui/use-hotkeys.ts'
import { Tick } from '../../ui/tick.tsx'
import type { PermanentWish } from './use-card-work.ts'
import { WishList } from './wish-list.tsx'

interface Props {
  readonly desk: CardDesk
  readonly person: Person
  readonly busy: boolean
  readonly wishes: CardWishes
  readonly asked: number
  readonly onWishes: (wishes: CardWishes) => void
  readonly onTemporary: () => void
  readonly onPermanent: (more: PermanentWish) => void
}

/** Another card for this person, and what it is to carry. */
export function NewCardPart({ desk, person, busy, wishes, asked, onWishes, onTemporary, onPermanent }: Props) {
  const { t } = useText()
  const [more, setMore] = useState<PermanentWish>({ stickers: true, letter: false })
  const permanent = () => onPermanent(more)
  useHotkeys({ F6: onTemporary, 'Shift+F6': permanent })
  const kindOf = (left: number) => (left === 0 ? ({ kind: 'later' } as const) : {})
  return (
    <section className="new-card">
      <h2>{t(busy ? 'desk.next.printing' : 'cards.new')}</h2>
      <WishList desk={desk} person={person} wishes={wishes} asked={asked} onChange={onWishes} />
      <ActionButton
        cap="F6"
        block
        {...kindOf(desk.left.temporary)}
        under={t('cards.left', { count: desk.left.temporary })}
        onPress={onTemporary}
      >
        {t('cards.temporary')}
      </ActionButton>
      <ActionButton
        cap="Shift F6"
        block
        {...kindOf(Math.max(0, desk.left.permanent - 1))}
        under={`${t('cards.permanent.under')} · ${t('cards.left', { count: desk.left.permanent })}`}
        onPress={permanent}
      >
        {t('cards.permanent')}
      </ActionButton>
      <div className="row wrap">
        <Tick checked={more.stickers} onChange={(stickers) => setMore({ ...more, stickers })}>
          {t('cards.wish.stickers')}
        </Tick>
        <Tick checked={more.letter} onChange={(letter) => setMore({ ...more, letter })}>
          {t('cards.wish.letter')}
        </Tick>
      </div>
    </section>
  )
}
