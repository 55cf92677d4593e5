import type { ScanAnswer } from '../../../contract/shell.ts'
import { useText } from '../../text/use-text.tsx'
import { dayText } from '../../ui/format.ts'
import { StateShape } from '../../ui/icon/state-shape.tsx'
import { verdictOf } from './verdict.ts'

/** What a scan came to, large enough to be seen from the corner of the eye. */
export function VerdictBox({ answer }: { readonly answer: ScanAnswer }) {
  const { t } = useText()
  const { kind, name, day } = verdictOf(answer)
  return (
    <output className={`verdict-box ${kind}`}>
      <span className="row">
        <StateShape kind={kind} size="huge" />
        <b>{t(`pharmacy.scan.${name}`)}</b>
      </span>
      <span className="next">{t(`pharmacy.scan.${name}.next`, { day: day === null ? '' : dayText(t, day) })}</span>
      {answer.device === null ? null : <span className="meta">{t('pharmacy.scan.by', { device: answer.device })}</span>}
    </output>
  )
}
