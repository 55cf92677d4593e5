import type { Reason } from '../../domain/search/reason.ts'
import { useText } from '../text/use-text.tsx'
import { Icon } from './icon/icon.tsx'

const order = ['same', 'close', 'different'] as const
const tone = { same: 'ok', close: 'care', different: 'care' } as const

interface Props {
  readonly reasons: readonly Reason[]
}

/** Why a person is in the list: one line a kind of match, shape before words. */
export function ReasonList({ reasons }: Props) {
  const { t } = useText()
  const lines = order
    .map((match) => ({ match, fields: reasons.filter((reason) => reason.match === match) }))
    .filter(({ fields }) => fields.length > 0)
  return (
    <ul className="reasons">
      {lines.map(({ match, fields }) => (
        <li key={match} className={tone[match]}>
          <Icon name={match} />
          <span>
            {t(`common.match.${match}`, {
              fields: fields.map(({ field }) => t(`common.field.${field}`)).join(' · '),
            })}
          </span>
        </li>
      ))}
    </ul>
  )
}
