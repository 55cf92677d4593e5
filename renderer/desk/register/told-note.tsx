import type { Refusal } from '../../../contract/channel.ts'
import type { NotSaved } from '../../../contract/not-saved.ts'
import { unreachable } from '../../../domain/result.ts'
import { useText } from '../../text/use-text.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { NotSavedNote } from '../../ui/not-saved-note.tsx'
import { Note } from '../../ui/note.tsx'

/** Why something was not saved. */
export type Told = { readonly kind: 'refused'; readonly refusal: Refusal } | NotSaved | { readonly kind: 'gone' }

export function ToldNote({ told }: { readonly told: Told }) {
  const { t } = useText()
  switch (told.kind) {
    case 'refused':
      return <FaultNote refusal={told.refusal} />
    case 'gone':
      return <Note kind="care" title={t('register.gone')} />
    case 'not-saved':
      return <NotSavedNote cause={told.cause} />
    default:
      return unreachable(told)
  }
}
