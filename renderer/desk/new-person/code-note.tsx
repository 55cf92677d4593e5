import { useText } from '../../text/use-text.tsx'
import { ActionButton } from '../../ui/button.tsx'
import { abhaText } from '../../ui/format.ts'
import { Note } from '../../ui/note.tsx'
import { useHotkeys } from '../../ui/use-hotkeys.ts'
import { Written } from '../../ui/written.tsx'
import { kindWord, proofShape, proofWords } from '../scan/identity-words.ts'
import { agrees, differing } from './code-fill.ts'
import type { CodeFill } from './code-fill.ts'
import type { DraftText } from './draft.ts'

interface Props {
  readonly draft: DraftText
  readonly fill: CodeFill
  /** Whose form was put aside for this one; empty when none was. */
  readonly aside: string | null
  readonly onClear: () => void
  readonly onUseAll: () => void
}

/** From which code the form was filled, how far it is proven, and the way to undo it. */
export function CodeNote({ draft, fill, aside, onClear, onUseAll }: Props) {
  const { t } = useText()
  const { identity, says, otherName } = fill
  const differs = differing(draft, fill).length
  const number = says.abha !== undefined && agrees(draft, says, 'abha') ? says.abha : null
  useHotkeys({ F9: onClear })
  const words = { kind: kindWord(t, identity.kind), proof: proofWords(t, identity.proof) }
  return (
    <div className="code-note">
      <Note kind={proofShape(identity)} title={t('identity.filled', words)}>
        <p className="meta">
          {number === null ? null : (
            <>
              <span>{t('identity.number', { number: abhaText(number) })}</span>
              {' · '}
            </>
          )}
          {number !== null || identity.reference === '' ? null : (
            <>
              <span>{t('identity.ends', { end: identity.reference })}</span>
              {' · '}
            </>
          )}
          <span>{t(otherName ? 'identity.other-name' : 'identity.filled.next')}</span>
          {differs === 0 || otherName ? null : <span> {t('identity.differs', { count: differs })}</span>}
          {aside === null ? null : (
            <span>
              {' '}
              <Written text={t('identity.kept', { name: aside })} />
            </span>
          )}
        </p>
      </Note>
      <span className="code-acts">
        <ActionButton cap="F9" onPress={onClear}>
          {t('identity.clear')}
        </ActionButton>
        {differs === 0 ? null : <ActionButton onPress={onUseAll}>{t('identity.use-all')}</ActionButton>}
      </span>
    </div>
  )
}
