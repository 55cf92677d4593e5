import { unreachable } from '../../../domain/result.ts'
import { useText } from '../../text/use-text.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { NotSavedNote } from '../../ui/not-saved-note.tsx'
import { Note } from '../../ui/note.tsx'
import type { MergeTold } from './use-merge-work.ts'

/** Says in place what could not be done, with what to do next. */
export function MergeToldNote({ told }: { readonly told: MergeTold | null }) {
  const { t } = useText()
  if (told === null) return null
  switch (told.kind) {
    case 'refused':
      return <FaultNote refusal={told.refusal} />
    case 'not-saved':
      return <NotSavedNote cause={told.cause} />
    case 'not-linked':
      return (
        <Note kind="care" title={t(`merge.${told.reason}`)}>
          <p className="meta">{t(`merge.${told.reason}.next`)}</p>
        </Note>
      )
    case 'ask-supervisor':
      return (
        <Note kind="care" title={t('cards.ask-supervisor')}>
          <p className="meta">{t('cards.ask-supervisor.next')}</p>
        </Note>
      )
    case 'gone':
    case 'nothing-changed':
      return (
        <Note kind="care" title={t(`merge.${told.kind}`)}>
          <p className="meta">{t(`merge.${told.kind}.next`)}</p>
        </Note>
      )
    default:
      return unreachable(told)
  }
}
