import type { CardView } from '../../../contract/desk.ts'
import type { CardStatus } from '../../../domain/card/card-status.ts'
import { mayBecome } from '../../../domain/card/card-status.ts'
import { useText } from '../../text/use-text.tsx'
import { ActionButton } from '../../ui/button.tsx'
import { useHotkeys } from '../../ui/use-hotkeys.ts'
import { standingOf } from './card-standing.ts'

interface Props {
  readonly card: CardView
  readonly today: string
  readonly supervisor: boolean
  readonly onChange: (to: CardStatus) => void
  readonly onReplace: () => void
  readonly onWrong: () => void
}

/** What can be done with the chosen card; what only a supervisor may do says so. */
export function CardSteps({ card, today, supervisor, onChange, onReplace, onWrong }: Props) {
  const { t } = useText()
  const may = (to: CardStatus) => mayBecome(card.status, to)
  const stopped = card.status === 'suspended'
  const guarded = supervisor ? {} : { kind: 'later' as const, under: t('cards.supervisor') }
  const back = may('active')
  useHotkeys({
    F7: may('lost') ? () => onChange('lost') : back && !stopped ? () => onChange('active') : undefined,
    F8: may('superseded') ? onReplace : undefined,
    'Shift+F8': onWrong,
    F9: may('suspended') ? () => onChange('suspended') : stopped && supervisor ? () => onChange('active') : undefined,
    F12: supervisor && may('revoked') ? () => onChange('revoked') : undefined,
  })
  return (
    <section className="card-steps">
      <h2>
        <span className="num">{card.shortCode}</span>
      </h2>
      <p className="note-size">{t(`cards.status.${standingOf(card, today)}.says`)}</p>
      <div className="two">
        {may('lost') ? (
          <ActionButton cap="F7" onPress={() => onChange('lost')}>
            {t('cards.lost')}
          </ActionButton>
        ) : null}
        {back && !stopped ? (
          <ActionButton cap="F7" onPress={() => onChange('active')}>
            {t('cards.found')}
          </ActionButton>
        ) : null}
        {may('superseded') ? (
          <ActionButton cap="F8" onPress={onReplace}>
            {t('cards.replace')}
          </ActionButton>
        ) : null}
        {may('suspended') ? (
          <ActionButton cap="F9" onPress={() => onChange('suspended')}>
            {t('cards.stop')}
          </ActionButton>
        ) : null}
        {stopped ? (
          <ActionButton cap="F9" {...guarded} onPress={() => onChange('active')}>
            {t('cards.start')}
          </ActionButton>
        ) : null}
        <ActionButton cap="Shift F8" onPress={onWrong}>
          {t('cards.wrong.open')}
        </ActionButton>
        {may('revoked') ? (
          <ActionButton cap="F12" {...guarded} onPress={() => onChange('revoked')}>
            {t('cards.revoke')}
          </ActionButton>
        ) : null}
      </div>
    </section>
  )
}
