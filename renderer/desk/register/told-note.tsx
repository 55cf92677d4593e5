import type { Refusal } from '../../../contract/channel.ts'
import { unreachable } from '../../../domain/result.ts'
import { useText } from '../../text/use-text.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { Note } from '../../ui/note.tsx'

/** Why something was not saved. */
export type Told =
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'not-saved'; readonly cause: 'disk-full' | 'store-closed' }
  | { readonly kind: 'gone' }

export function ToldNote({ told }: { readonly told: Told }) {
  const { t } = useText()
  switch (told.kind) {
    case 'refused':
      return <FaultNote refusal={told.refusal} />
    case 'gone':
      return <Note kind="care" title={t('register.gone')} />
    case 'not-saved':
      return (
        <Note kind="stop" title={t('desk.new.not-saved')}>
          <p className="meta">{t(`desk.new.not-saved.${told.cause}`)}</p>
        </Note>
      )
    default:
      return unreachable(told)
  }
}
