import { unreachable } from '../../../domain/result.ts'
import { useText } from '../../text/use-text.tsx'
import { FaultNote } from '../fault-note.tsx'
import { momentText } from '../format.ts'
import { Note } from '../note.tsx'
import type { Copying } from './use-copy.ts'

interface Props {
  readonly copy: Copying
  readonly now: Date
}

/** What came of the copy that was asked for here: where it lies, or what to do. */
export function CopyNote({ copy: { state, isOurs, refusal }, now }: Props) {
  const { t } = useText()
  if (refusal !== null) return <FaultNote refusal={refusal} />
  if (!isOurs) return null
  switch (state.kind) {
    case 'idle':
    case 'copying':
      return null
    case 'copied':
      return (
        <Note kind="ok">
          <p>{t('sync.copy.done', { time: momentText(t, new Date(state.at), now) })}</p>
          <p className="meta">
            <bdi dir="ltr" lang="en" className="sync-path">
              {state.folder}
            </bdi>
          </p>
        </Note>
      )
    case 'failed':
      return (
        <Note kind="care">
          <p>{t(`sync.copy.${state.cause}`)}</p>
        </Note>
      )
    default:
      return unreachable(state)
  }
}
