import type { NotSaved } from '../../contract/not-saved.ts'
import { useText } from '../text/use-text.tsx'
import { Note } from './note.tsx'

/** Says in place that nothing was saved, why, and what to do next. */
export function NotSavedNote({ cause }: Pick<NotSaved, 'cause'>) {
  const { t } = useText()
  return (
    <Note kind="stop" title={t('common.not-saved')}>
      <p className="meta">{t(`common.not-saved.${cause}`)}</p>
    </Note>
  )
}
