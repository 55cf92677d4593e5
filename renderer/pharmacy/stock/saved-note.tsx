import type { StockAnswer } from '../../../contract/stock.ts'
import { useText } from '../../text/use-text.tsx'
import { Note } from '../../ui/note.tsx'
import { answerText, countText } from './stock-text.ts'

/** What became of the last deed: after a count, what was found beside what the records said. */
export function SavedNote({ answer, isBack }: { readonly answer: StockAnswer | 'small'; readonly isBack: boolean }) {
  const { t } = useText()
  if (answer === 'small') return <Note kind="ok" title={t('stock.saved')} />
  const problem = answerText(t, answer)
  if (answer.kind !== 'saved') {
    return (
      <Note kind="stop" title={t('stock.refused')}>
        <p>{problem}</p>
      </Note>
    )
  }
  const { paper } = answer
  const differing = paper.kind === 'counted' ? paper.lines.filter(({ expected, found }) => expected !== found) : []
  return (
    <Note kind="ok" title={t(isBack ? 'stock.taken-back' : 'stock.saved')}>
      {paper.kind !== 'counted' ? <p>{t('stock.saved.next')}</p> : null}
      {paper.kind === 'counted' && differing.length === 0 ? <p>{t('stock.count.same')}</p> : null}
      {differing.map(({ lotId, medicine, expected, found }) => (
        <p key={lotId}>
          <span lang="en">{medicine}</span> {lotId.split('/').at(-1)}:{' '}
          {t('stock.count.differs', { expected: countText(expected ?? 0), found: countText(found) })}
        </p>
      ))}
    </Note>
  )
}
