import type { ReviewView } from '../../../contract/merge.ts'
import { useText } from '../../text/use-text.tsx'
import { ActionButton } from '../../ui/button.tsx'
import { Note } from '../../ui/note.tsx'
import { PersonNameText } from '../../ui/person-name-text.tsx'
import { Scroll } from '../../ui/scroll.tsx'
import { Written } from '../../ui/written.tsx'
import type { ReviewProps } from './decide-screen.tsx'
import { groupText } from './group-text.ts'
import { MergeToldNote } from './merge-told.tsx'

interface Props extends ReviewProps {
  readonly review: Extract<ReviewView, { readonly kind: 'field' }>
}

/** Two versions of one fact: what stands, and what another desk or a code says. */
export function FieldReview({ review, work, supervisor, decide }: Props) {
  const spoken = useText()
  const { t, list } = spoken
  const { person, age, group, stands, proposed, source, here } = review
  const take = () => decide('proposed')
  const keep = () => decide('stands')
  const under = supervisor ? undefined : t('cards.supervisor')
  const version = (text: string) =>
    text === '' ? <span className="muted">{t('merge.unknown')}</span> : <Written text={text} />
  return (
    <>
      <Scroll label={person.name.latin}>
        <div className="review-head">
          <h2>
            <PersonNameText name={person.name} />
          </h2>
          <p className="muted">{list([t('common.age.years', { count: age }), t(`common.sex.${person.sex}`)])}</p>
        </div>
        <dl className="versions" aria-label={t(`merge.group.${group}`)}>
          <div>
            <dt>{t('merge.version.stands')}</dt>
            <dd className="value">{version(groupText(spoken, group, stands))}</dd>
            <dd className="muted meta">{t('merge.version.stands.about')}</dd>
          </div>
          <div>
            <dt>{t(here ? 'merge.version.here' : 'merge.version.proposed')}</dt>
            <dd className="value">{version(groupText(spoken, group, proposed))}</dd>
            <dd className="muted meta">{t(`merge.source.${source}`)}</dd>
          </div>
        </dl>
        <Note kind="plain">
          <p>{t('merge.decide.kept')}</p>
        </Note>
      </Scroll>
      <MergeToldNote told={work.told} />
      <div className="form-foot">
        <ActionButton cap="F7" size="tall" under={under} onPress={keep}>
          {t('merge.decide.stands')}
        </ActionButton>
        <ActionButton cap="F8" size="tall" under={under} onPress={take}>
          {t('merge.decide.proposed')}
        </ActionButton>
      </div>
    </>
  )
}
