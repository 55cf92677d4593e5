import type { PackSeen } from '../../../domain/pharmacy/pack.ts'
import type { PackVerdict } from '../../../domain/pharmacy/pack-verdict.ts'
import { useText } from '../../text/use-text.tsx'
import { ActionButton } from '../../ui/button.tsx'
import { StateShape } from '../../ui/icon/state-shape.tsx'
import type { StateKind } from '../../ui/icon/state-shape.tsx'
import { Written } from '../../ui/written.tsx'
import { medicineText, monthText } from '../pick/dose-text.ts'

/** What a verdict looks like: only a tick counts, and an octagon cannot be argued with. */
export const packKinds: Readonly<Record<PackVerdict['kind'], StateKind>> = {
  right: 'ok',
  'lot-unsaid': 'care',
  'other-lot': 'care',
  enough: 'care',
  'unknown-code': 'care',
  broken: 'care',
  'line-stopped': 'stop',
  'not-on-books': 'stop',
  'wrong-strength': 'stop',
  'wrong-medicine': 'stop',
  recalled: 'stop',
  quarantined: 'stop',
  expired: 'stop',
}

/** The lot and the last day as the pack says them. */
export function PackLot({ seen }: { readonly seen: PackSeen }) {
  const { t } = useText()
  if (seen.kind === 'broken') return null
  const { lotNumber, lot, expiry } = seen
  const day = expiry ?? lot?.expiry ?? null
  return (
    <>
      {lotNumber === null ? null : <span>{t('safety.pack.lot', { lot: lotNumber })}</span>}
      {lotNumber === null || day === null ? null : t('paper.comma')}
      {day === null ? null : <span>{t('safety.pack.until', { date: monthText(t, day) })}</span>}
    </>
  )
}

interface Props {
  readonly seen: PackSeen
  /** Null while no list is open. */
  readonly verdict: PackVerdict | null
  /** What the list wants in place of a wrong strength. */
  readonly wanted: string
  /** What is left to scan of the line, in words; null when nothing is. */
  readonly more: string | null
  readonly onUse: (() => void) | null
}

/** What the pack in the hand is for this list, large enough to be seen from the corner of the eye. */
export function PackBox({ seen, verdict, wanted, more, onUse }: Props) {
  const { t } = useText()
  const isHeld = seen.kind === 'read' && seen.held !== null
  const name = verdict?.kind ?? (seen.kind === 'broken' ? 'broken' : isHeld ? (seen.held ?? 'expired') : 'no-list')
  const kind = name === 'no-list' ? 'wait' : packKinds[name]
  const code = seen.kind === 'read' ? seen.gtin : ''
  return (
    <output className={`verdict-box pack-box ${kind}`}>
      <span className="row">
        <StateShape kind={kind} size="huge" />
        <b>{t(`safety.pack.${name}`)}</b>
      </span>
      {seen.kind === 'read' && seen.medicine !== null ? (
        <span>
          <b className="pack-name" lang="en">
            {medicineText(seen.medicine)}
          </b>
        </span>
      ) : null}
      <span>
        <PackLot seen={seen} />
      </span>
      {seen.kind === 'read' && seen.reason !== '' ? (
        <span>
          <Written text={t('safety.pack.reason', { reason: seen.reason })} />
        </span>
      ) : null}
      <span className="next">{t(`safety.pack.${name}.next`, { medicine: wanted, code })}</span>
      {more === null ? null : <span className="next">{t('safety.pack.more', { amount: more })}</span>}
      {onUse === null ? null : (
        <ActionButton cap="F3" block onPress={onUse}>
          {t('safety.pack.use')}
        </ActionButton>
      )}
    </output>
  )
}
