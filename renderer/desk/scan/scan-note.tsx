import type { ScanAnswer } from '../../../contract/shell.ts'
import { useText } from '../../text/use-text.tsx'
import { CardHolder } from '../../ui/card-holder.tsx'
import { CopyWarning } from '../../ui/copy-warning.tsx'
import { dayText } from '../../ui/format.ts'
import { Note } from '../../ui/note.tsx'
import { IdentityNote } from './identity-note.tsx'
import { verdictOf } from './verdict.ts'

interface Props {
  readonly answer: ScanAnswer
}

/** What a scan came to, in the place where its person would stand. */
export function ScanNote({ answer }: Props) {
  const { t } = useText()
  const { kind, title, next, day } = verdictOf(answer)
  const values = { day: day === null ? '' : dayText(t, day) }
  const { identity, device } = answer
  const by = device === null ? null : <span className="muted">{t('desk.scan.by', { device })}</span>
  return (
    <div className="scan-note">
      {identity === null ? (
        <Note kind={kind} title={t(title, values)}>
          <p className="meta scan-next">
            <span>{t(next)}</span>
            {by}
          </p>
        </Note>
      ) : (
        <IdentityNote answer={identity} found={answer.person !== null} />
      )}
      <CopyWarning answer={answer} />
      <CardHolder answer={answer.card} />
      {identity === null || by === null ? null : <p className="meta">{by}</p>}
    </div>
  )
}
