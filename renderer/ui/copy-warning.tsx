import type { ScanAnswer } from '../../contract/shell.ts'
import { useText } from '../text/use-text.tsx'
import { StateShape } from './icon/state-shape.tsx'

/** Says that there is a second card like the one that was shown; the person before the counter is compared by eye. */
export function CopyWarning({ answer }: { readonly answer: ScanAnswer }) {
  const { t } = useText()
  if (answer.seenFarApart === undefined) return null
  return (
    <p className="row">
      <StateShape kind="care" /> <span>{t('cards.far-apart')}</span>
    </p>
  )
}
