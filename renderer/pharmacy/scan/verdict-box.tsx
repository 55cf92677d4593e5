import type { ScanAnswer } from '../../../contract/shell.ts'
import { useText } from '../../text/use-text.tsx'
import { CardHolder } from '../../ui/card-holder.tsx'
import { CopyWarning } from '../../ui/copy-warning.tsx'
import { dayText } from '../../ui/format.ts'
import { StateShape } from '../../ui/icon/state-shape.tsx'
import { PackBox } from './pack-box.tsx'
import { verdictOf } from './verdict.ts'

/** What a scan came to, large enough to be seen from the corner of the eye. */
export function VerdictBox({ answer }: { readonly answer: ScanAnswer }) {
  const { t } = useText()
  if (answer.pack !== undefined) return <PackBox seen={answer.pack} verdict={null} wanted="" more={null} onUse={null} />
  const { kind, name, reason, day } = verdictOf(answer)
  const title = reason === null ? t(`pharmacy.scan.${name}`) : t(`pharmacy.scan.revoked.${reason}`)
  const other = answer.identity
  const of = other === null ? null : other.kind === 'read' ? other.identity.kind : other.of
  return (
    <output className={`verdict-box ${kind}`}>
      <span className="row">
        <StateShape kind={kind} size="huge" />
        <b>{of === null ? title : t('identity.noticed', { kind: t(`identity.kind.${of}`) })}</b>
      </span>
      <span className="next">
        {of === null
          ? t(`pharmacy.scan.${name}.next`, { day: day === null ? '' : dayText(t, day) })
          : t('identity.noticed.next')}
      </span>
      <CopyWarning answer={answer} />
      <CardHolder answer={answer.card} />
      {answer.device === null ? null : <span className="meta">{t('pharmacy.scan.by', { device: answer.device })}</span>}
    </output>
  )
}
