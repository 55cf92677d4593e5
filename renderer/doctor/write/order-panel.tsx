import type { WriteStop } from '../../../contract/doctor.ts'
import type { Medicine } from '../../../domain/pharmacy/medicine.ts'
import { unreachable } from '../../../domain/result.ts'
import type { Text } from '../../../domain/text/catalogue.ts'
import { doseText, foodText, medicineText, quantityText } from '../../pharmacy/pick/dose-text.ts'
import { WarningNote } from '../../pharmacy/pick/warning-notes.tsx'
import { useText } from '../../text/use-text.tsx'
import { groupText } from '../../ui/allergy-text.ts'
import { ActionButton } from '../../ui/button.tsx'
import { dayText } from '../../ui/format.ts'
import { Note } from '../../ui/note.tsx'
import { StateShape } from '../../ui/icon/state-shape.tsx'
import { Scroll } from '../../ui/scroll.tsx'
import type { DoctorAnswer } from '../doctor-bridge.ts'
import type { DraftItem } from '../doctor-state.ts'

interface Props {
  readonly items: readonly DraftItem[]
  readonly stops: readonly (WriteStop | null)[]
  /** What speaks against each item, and whether the pharmacy has it. */
  readonly looks: DoctorAnswer<'write.look'>
  /** Whom the order is for, once it may be signed. */
  readonly ready: string | null
  readonly onItems: (items: readonly DraftItem[]) => void
  readonly onGive: () => void
}

export function stopText(t: Text, stop: WriteStop): string {
  switch (stop.kind) {
    case 'allergy':
      return t('visit.write.stop.allergy', { group: groupText(t, stop.group) })
    case 'twice':
      return t('visit.write.stop.twice')
    case 'running':
      return t('visit.write.stop.running', { date: dayText(t, stop.until) })
    case 'unknown':
      return t('visit.write.stop.unknown')
    default:
      return unreachable(stop)
  }
}

interface LineProps {
  readonly item: DraftItem
  readonly stop: WriteStop | null
  readonly look: DoctorAnswer<'write.look'>[number] | null
  readonly row: number
  readonly onAgain: () => void
  readonly onRemove: () => void
}

function Line({ item, stop, look, row, onAgain, onRemove }: LineProps) {
  const { t, list } = useText()
  const { known, dose, days, quantity } = item
  const medicine = medicineText(known)
  const said = [
    doseText(t, known.form, dose),
    foodText(t, dose.food) ?? '',
    t('visit.write.for-days', { days }),
    quantityText(t, known.form, quantity),
  ]
  return (
    <li className="order-line">
      <div className="row">
        <b className="grow" lang="en">
          {medicine}
        </b>
        <ActionButton kind="bare" label={t('visit.write.remove', { medicine })} onPress={onRemove}>
          {t('visit.write.remove.short')}
        </ActionButton>
      </div>
      <p className="tight">{list(said)}</p>
      {look === null || look.stock === null ? null : <StockLine medicine={known} stock={look.stock} />}
      {(look?.warnings ?? []).map((warning) => (
        <WarningNote
          key={`${warning.kind} ${warning.other.code}`}
          warning={warning}
          medicine={medicine}
          row={row}
          isAsked={false}
        />
      ))}
      {stop === null ? null : (
        <Note kind={stop.kind === 'running' ? 'care' : 'stop'} title={stopText(t, stop)}>
          {stop.kind === 'running' ? (
            <ActionButton onPress={onAgain}>{t('visit.write.stop.again')}</ActionButton>
          ) : null}
        </Note>
      )}
    </li>
  )
}

interface StockProps {
  readonly medicine: Medicine
  readonly stock: NonNullable<DoctorAnswer<'write.look'>[number]['stock']>
}

/** Whether the person will get it today, before the order is signed. */
function StockLine({ medicine: { form }, stock: { pharmacy, elsewhere } }: StockProps) {
  const { t } = useText()
  if (pharmacy > 0)
    return <p className="tight muted">{t('order.look.here', { amount: quantityText(t, form, pharmacy) })}</p>
  return (
    <p className="tight row wrap care">
      <StateShape kind="care" />
      <span>{t('order.look.none')}</span>
      {elsewhere === 0 ? null : <span>{t('order.look.elsewhere', { amount: quantityText(t, form, elsewhere) })}</span>}
    </p>
  )
}

/** The order as it will stand, what stops it, and the signature. */
export function OrderPanel({ items, stops, looks, ready, onItems, onGive }: Props) {
  const { t } = useText()
  return (
    <section className="panel order" aria-label={t('visit.write.order')}>
      <h2 className="heading">{t('visit.write.order')}</h2>
      <Scroll label={t('visit.write.order')}>
        {items.length === 0 ? <p className="muted">{t('visit.write.order.none')}</p> : null}
        <ul>
          {items.map((item, at) => (
            <Line
              // One medicine may stand here twice until one is taken out.
              // oxlint-disable-next-line react/no-array-index-key
              key={`${item.medicine} ${at}`}
              item={item}
              stop={stops[at] ?? null}
              look={looks[at] ?? null}
              row={at + 1}
              onAgain={() => onItems(items.map((each, place) => (place === at ? { ...each, again: true } : each)))}
              onRemove={() => onItems(items.filter((_, place) => place !== at))}
            />
          ))}
        </ul>
      </Scroll>
      <div className="steps-now">
        <ActionButton
          kind={ready === null ? 'later' : 'go'}
          size="big"
          block
          cap="Ctrl Enter"
          under={ready === null ? t('visit.write.give.later') : t('visit.write.give.then', { name: ready })}
          onPress={onGive}
        >
          {t('visit.write.give')}
        </ActionButton>
      </div>
    </section>
  )
}
