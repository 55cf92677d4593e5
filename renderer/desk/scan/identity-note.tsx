import type { ForeignAnswer } from '../../../domain/foreign-code/foreign-answer.ts'
import type { Text } from '../../../domain/text/catalogue.ts'
import { unreachable } from '../../../domain/result.ts'
import { useText } from '../../text/use-text.tsx'
import type { StateKind } from '../../ui/icon/state-shape.tsx'
import { Note } from '../../ui/note.tsx'
import { kindWord, proofShape, proofWords } from './identity-words.ts'

interface Said {
  readonly kind: StateKind
  readonly title: string
  readonly next: string
}

function said(t: Text, answer: ForeignAnswer, found: boolean): Said {
  switch (answer.kind) {
    case 'read': {
      const { identity } = answer
      const words = { kind: kindWord(t, identity.kind), proof: proofWords(t, identity.proof) }
      return found
        ? { kind: proofShape(identity), title: t('identity.found', words), next: t('identity.found.next') }
        : { kind: proofShape(identity), title: t('identity.likely', words), next: t('identity.likely.next') }
    }
    case 'refused':
      return {
        kind: answer.why === 'bad-signature' || answer.why === 'too-large' ? 'stop' : 'care',
        title: t(`identity.refused.${answer.why}`, { kind: kindWord(t, answer.of) }),
        next: t(`identity.refused.${answer.why}.next`),
      }
    case 'noticed':
      return {
        kind: 'care',
        title: t('identity.noticed', { kind: kindWord(t, answer.of) }),
        next: t('identity.noticed.next'),
      }
    default:
      return unreachable(answer)
  }
}

interface Props {
  readonly answer: ForeignAnswer
  /** Its person is opened. */
  readonly found: boolean
}

/** What another system's code came to. */
export function IdentityNote({ answer, found }: Props) {
  const { t } = useText()
  const { kind, title, next } = said(t, answer, found)
  return (
    <Note kind={kind} title={title}>
      <p className="meta">{next}</p>
    </Note>
  )
}
