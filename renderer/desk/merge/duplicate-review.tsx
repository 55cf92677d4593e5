import { useState } from 'react'

import type { ReviewView } from '../../../contract/merge.ts'
import type { PersonId } from '../../../domain/id.ts'
import { useText } from '../../text/use-text.tsx'
import { ActionButton } from '../../ui/button.tsx'
import { Note } from '../../ui/note.tsx'
import { Scroll } from '../../ui/scroll.tsx'
import { useHotkeys } from '../../ui/use-hotkeys.ts'
import { CompareTable } from './compare-table.tsx'
import type { ReviewProps } from './decide-screen.tsx'
import { MergeToldNote } from './merge-told.tsx'

interface Props extends ReviewProps {
  readonly review: Extract<ReviewView, { readonly kind: 'duplicate' }>
}

/** Two records that HIMS thinks may be one person. */
export function DuplicateReview({ review, work, supervisor, decide }: Props) {
  const { t } = useText()
  const { one, other, differs, why } = review
  const [kept, setKept] = useState(one.person.id)
  const keep = (id: PersonId) => {
    setKept(id)
    work.quiet()
  }
  const same = () => decide('same', kept)
  const different = () => decide('different')
  useHotkeys({ '1': () => keep(one.person.id), '2': () => keep(other.person.id) })
  const under = supervisor ? undefined : t('cards.supervisor')
  return (
    <>
      <Scroll label={t('merge.compare.title')}>
        <div className="review-head">
          <h2>{t('merge.compare.title')}</h2>
          <p className="muted">{t(`merge.why.${why}`)}</p>
        </div>
        <CompareTable one={one} other={other} differs={differs} kept={kept} onKeep={keep} />
        <Note kind="plain">
          <p>{t('merge.compare.next')}</p>
        </Note>
      </Scroll>
      <MergeToldNote told={work.told} />
      <div className="form-foot">
        <ActionButton cap="F7" size="tall" under={under} onPress={same}>
          {t('merge.join')}
        </ActionButton>
        <ActionButton cap="F8" size="tall" under={under} onPress={different}>
          {t('merge.different')}
        </ActionButton>
      </div>
    </>
  )
}
