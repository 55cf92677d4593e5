import { personGroups } from '../../../domain/person/person-change.ts'
import type { PersonGroup } from '../../../domain/person/person-change.ts'
import { groupOf } from '../../../domain/person/person-group.ts'
import { useText } from '../../text/use-text.tsx'
import { ActionButton } from '../../ui/button.tsx'
import { Written } from '../../ui/written.tsx'
import { groupText } from '../merge/group-text.ts'
import type { ReadChange } from './correct-text.ts'

interface Props {
  readonly change: ReadChange
  /** Puts one group back as it was; null once everything is saved. */
  readonly onBack: ((group: PersonGroup) => void) | null
}

/** Every group that changes: what it was, and what it will be. */
export function ChangeList({ change: { was, set }, onBack }: Props) {
  const spoken = useText()
  const { t } = spoken
  const groups = personGroups.filter((group) => Object.keys(groupOf(set, group)).length > 0)
  const said = (text: string) =>
    text === '' ? <span className="muted">{t('merge.unknown')}</span> : <Written text={text} />
  return (
    <ul className="change-list">
      {groups.map((group) => (
        <li key={group}>
          <b>{t(`merge.group.${group}`)}</b>
          <span className="change">
            <span className="before-value">
              <span className="spoken-only">{t('merge.was')}</span> {said(groupText(spoken, group, was))}
            </span>
            <span className="after-value">
              <span className="spoken-only">{t('merge.now')}</span> {said(groupText(spoken, group, set))}
            </span>
          </span>
          {onBack === null ? null : (
            <ActionButton
              kind="bare"
              label={t('merge.as-before.group', { group: t(`merge.group.${group}`) })}
              onPress={() => onBack(group)}
            >
              {t('merge.as-before')}
            </ActionButton>
          )}
        </li>
      ))}
    </ul>
  )
}
