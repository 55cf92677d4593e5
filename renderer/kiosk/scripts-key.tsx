import { useText } from '../text/use-text.tsx'
import { Press } from './control.tsx'

/** One letter of each script: found by whoever cannot read the screen as it is. */
export function ScriptsKey({ press }: { readonly press: () => void }) {
  const { t } = useText()
  return (
    <Press className="scripts" onPress={press}>
      <span className="spoken-only">{t('kiosk.language.change')}</span>
      <span lang="hi">अ</span>
      <span lang="pa">ਅ</span>
      <span lang="ur">ع</span>
      <span lang="en">A</span>
    </Press>
  )
}
