import type { Directory, RefusedEdit } from '../../../contract/admin.ts'
import { useText } from '../../text/use-text.tsx'
import { ActionButton } from '../../ui/button.tsx'
import { momentText } from '../../ui/format.ts'
import { Written } from '../../ui/written.tsx'
import { nameOf } from '../row-text.ts'
import { Versions } from './versions.tsx'

interface Props {
  readonly directory: Directory
  readonly refused: RefusedEdit
  readonly now: Date
  readonly keyed: boolean
  readonly onDecide: (take: 'mine' | 'theirs') => void
}

/** An edit that HIMS did not take, since somebody had been there before; one decision about it. */
export function RefusedCard({ directory, refused: { at, by, reason, rows }, now, keyed, onDecide }: Props) {
  const spoken = useText()
  const { t } = spoken
  const crossed = reason === 'changed-meanwhile'
  return (
    <article className="refused">
      <p>
        {t(crossed ? 'admin.refused.crossed' : 'admin.refused.other', {
          time: momentText(t, new Date(at), now),
          name: by ?? t('admin.by.unknown'),
        })}
      </p>
      {rows.map(({ mine, was, now: stands }) => (
        <div key={`${mine.table} ${nameOf(spoken, directory, mine)}`}>
          <b>
            <Written text={nameOf(spoken, directory, stands ?? mine)} />
          </b>
          <Versions directory={directory} mine={mine} was={was} now={stands} />
        </div>
      ))}
      <div className="row wrap">
        {crossed ? (
          <ActionButton {...(keyed ? { cap: 'F7', kind: 'go' as const } : {})} onPress={() => onDecide('mine')}>
            {t('admin.crossed.take-mine')}
          </ActionButton>
        ) : null}
        <ActionButton {...(keyed ? { cap: 'F8' } : {})} onPress={() => onDecide('theirs')}>
          {t(crossed ? 'admin.crossed.take-theirs' : 'admin.refused.leave')}
        </ActionButton>
      </div>
    </article>
  )
}
