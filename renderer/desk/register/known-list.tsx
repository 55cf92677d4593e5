import { personGroups } from '../../../domain/person/person-change.ts'
import type { FactSource, FactSources } from '../../../domain/person/fact-source.ts'
import { useText } from '../../text/use-text.tsx'
import { Icon } from '../../ui/icon/icon.tsx'
import type { IconName } from '../../ui/icon/icon-path.ts'

/** A sign for each way that something is known; its word stands beside it. */
const signs: Readonly<Record<FactSource, IconName>> = {
  verified: 'verified',
  seen: 'eye',
  spoken: 'voice',
  kiosk: 'computer',
  guessed: 'close',
}

/** The surest first. */
const order: readonly FactSource[] = ['verified', 'seen', 'spoken', 'kiosk', 'guessed']

interface Props {
  readonly sources: FactSources
}

/** How each fact is known: the surest first, one line a way. */
export function KnownList({ sources }: Props) {
  const { t, list } = useText()
  const lines = order
    .map((source) => ({ source, groups: personGroups.filter((group) => sources[group] === source) }))
    .filter(({ groups }) => groups.length > 0)
  return (
    <ul className="known-list">
      {lines.map(({ source, groups }) => (
        <li key={source}>
          <span className="known">
            <Icon name={signs[source]} />
            <b>{t(`register.source.${source}`)}</b>
          </span>
          <span className="muted">{list(groups.map((group) => t(`merge.group.${group}`)))}</span>
        </li>
      ))}
    </ul>
  )
}
