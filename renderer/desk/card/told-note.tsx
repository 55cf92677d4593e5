import type { Refusal } from '../../../contract/channel.ts'
import type { NotSaved } from '../../../contract/not-saved.ts'
import { unreachable } from '../../../domain/result.ts'
import { useText } from '../../text/use-text.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { NotSavedNote } from '../../ui/not-saved-note.tsx'
import { Note } from '../../ui/note.tsx'

/** What the last question about a card came to, while the screen stays. */
export type Told =
  | { readonly kind: 'changed'; readonly code: string }
  | { readonly kind: 'facts-differ'; readonly triesLeft: number }
  | { readonly kind: 'too-few-facts' | 'not-allowed' | 'ask-supervisor' | 'no-blank' }
  | NotSaved
  | { readonly kind: 'refused'; readonly refusal: Refusal }

/** Says it in place, with what to do next. */
export function ToldNote({ told }: { readonly told: Told }) {
  const { t } = useText()
  switch (told.kind) {
    case 'changed':
      return (
        <Note kind="ok" title={t('cards.changed', { code: told.code })}>
          <p className="meta">{t('cards.changed.next')}</p>
        </Note>
      )
    case 'facts-differ':
      return (
        <Note kind="stop" title={t('cards.facts-differ')}>
          <p className="meta">{t('cards.facts-differ.next', { count: told.triesLeft })}</p>
        </Note>
      )
    case 'too-few-facts':
    case 'not-allowed':
    case 'ask-supervisor':
    case 'no-blank':
      return (
        <Note kind="care" title={t(`cards.${told.kind}`)}>
          <p className="meta">{t(`cards.${told.kind}.next`)}</p>
        </Note>
      )
    case 'not-saved':
      return <NotSavedNote cause={told.cause} />
    case 'refused':
      return <FaultNote refusal={told.refusal} />
    default:
      return unreachable(told)
  }
}
