import { outOfTurn } from '../../../contract/doctor.ts'
import type { QueueLine } from '../../../contract/doctor.ts'
import { useText } from '../../text/use-text.tsx'
import { ActionButton } from '../../ui/button.tsx'
import { Note } from '../../ui/note.tsx'
import { useHotkeys } from '../../ui/use-hotkeys.ts'

type Why = (typeof outOfTurn)[number]

interface Props {
  readonly line: QueueLine
  /** Nobody is called while somebody is in the room. */
  readonly isBusy: boolean
  readonly onCall: (why: Why) => void
  readonly onBack: () => void
}

/** Why somebody is called before their turn: one key, and it is written down. */
export function EarlyPanel({ line, isBusy, onCall, onBack }: Props) {
  const { t } = useText()
  const digits = Object.fromEntries(outOfTurn.map((why, at) => [String(at + 1), () => onCall(why)]))
  useHotkeys({ ...(isBusy ? {} : digits), Escape: onBack })
  return (
    <div className="early">
      <div className="row">
        <b className="grow">{t('visit.out-of-turn', { token: line.label })}</b>
        <ActionButton kind="bare" cap="Esc" onPress={onBack}>
          {t('visit.back')}
        </ActionButton>
      </div>
      {isBusy ? (
        <Note kind="care" title={t('visit.out-of-turn.first')} />
      ) : (
        outOfTurn.map((why, at) => (
          <ActionButton key={why} block cap={String(at + 1)} onPress={() => onCall(why)}>
            {t(`visit.out-of-turn.${why}`)}
          </ActionButton>
        ))
      )}
    </div>
  )
}
