import type { ScannerHeard } from '../../../contract/scanner.ts'
import { useText } from '../../text/use-text.tsx'
import { Note } from '../note.tsx'

/** Says that a code came which this page did not ask for. */
export function OtherHeard({ heard }: { readonly heard: ScannerHeard | null }) {
  const { t } = useText()
  if (heard?.verdict.kind === 'old-code') {
    return (
      <Note kind="care">
        <p>{t('scanner.old-code')}</p>
      </Note>
    )
  }
  if (heard?.verdict.kind === 'garbled') {
    return (
      <Note kind="stop" title={t('scanner.garbled')}>
        <p>{t('scanner.garbled-next')}</p>
      </Note>
    )
  }
  if (heard?.verdict.kind !== 'other') return null
  return (
    <Note kind="wait" title={t('scanner.other', { length: heard.verdict.length })}>
      <p className="meta">{t('scanner.other-next')}</p>
    </Note>
  )
}
