import { useEffect, useRef } from 'react'

import { useText } from '../../text/use-text.tsx'
import { groupText } from '../../ui/allergy-text.ts'
import { StateShape } from '../../ui/icon/state-shape.tsx'
import { KeyCap } from '../../ui/key-cap.tsx'
import { Amount } from './amount.tsx'
import { DosePictures } from './dose-pictures.tsx'
import { foodText, medicineText, monthText } from './dose-text.ts'
import { asksTwo, asksWhy, isOfDoctor } from './plan.ts'
import type { Plan, Stop } from './plan.ts'

interface RowProps {
  readonly plan: Plan
  /** Units that its scanned packs come to. */
  readonly ticked: number
  readonly at: number
  readonly selected: boolean
  readonly editing: boolean
  readonly onSelect: () => void
  readonly onWanted: (quantity: number) => void
  readonly onCancel: () => void
}

function Lots({ plan }: Pick<RowProps, 'plan'>) {
  const { t, list } = useText()
  const { takes, line } = plan
  if (takes.length === 0) {
    const held = line.lots.find((lot) => lot.mark !== undefined)
    if (plan.stop === 'held' && held?.mark !== undefined) {
      return (
        <>
          <span className="num">{held.lot.lot}</span>
          <span className="meta under">{t(`pharmacy.lot.${held.mark.state}`)}</span>
        </>
      )
    }
    const expired = line.lots.find((lot) => lot.expired)
    if (plan.stop !== 'expired' || expired === undefined) return <span>–</span>
    return (
      <>
        <span className="num">{expired.lot.lot}</span>
        <span className="meta under">{t('pharmacy.lot.expired', { date: monthText(t, expired.lot.expiry) })}</span>
      </>
    )
  }
  return takes.map((take) => (
    <span key={take.lotId} className="lot">
      <span className="num">{takes.length > 1 ? `${take.lot} × ${take.quantity}` : take.lot}</span>
      <span className="meta under">
        {list([
          monthText(t, take.expiry),
          takes.length === 1 && take.lotId === line.lots[0]?.lot.id ? t('pharmacy.lot.first') : '',
        ])}
      </span>
    </span>
  ))
}

/** How far the packs of a line are scanned; where no pack of it has a code, that it is ready. */
function Scanned({ plan, ticked }: Pick<RowProps, 'plan' | 'ticked'>) {
  const { t } = useText()
  const { give, line } = plan
  if (ticked === 0 && (line.medicine.packs ?? []).length === 0) {
    return (
      <span className="ok row">
        <StateShape kind="ok" />
        <b>{t('pharmacy.state.ready')}</b>
      </span>
    )
  }
  const isDone = ticked >= give
  return (
    <>
      <span className={isDone ? 'ok row' : 'row'}>
        {isDone ? <StateShape kind="ok" /> : null}
        {ticked === 0 ? (
          <span className="muted">{t('safety.pack.not-yet')}</span>
        ) : (
          <b>{t('safety.pack.count', { done: ticked, all: give })}</b>
        )}
      </span>
      <span className="scan-bar" aria-hidden="true">
        <span style={{ inlineSize: `${Math.min(100, Math.round((100 * ticked) / give))}%` }} />
      </span>
    </>
  )
}

/** What will be asked before a line is given. */
function Asked({ plan }: Pick<RowProps, 'plan'>) {
  const { t } = useText()
  return (
    <>
      {asksWhy(plan) ? (
        <span className="stop row">
          <StateShape kind="stop" />
          <b>{t('safety.state.asks')}</b>
        </span>
      ) : null}
      {asksTwo(plan) ? (
        <span className="care row">
          <StateShape kind="care" />
          <b>{t('safety.state.two')}</b>
        </span>
      ) : null}
    </>
  )
}

const shapeOf = (stop: Stop): 'wait' | 'stop' => (stop === 'no-right' || stop === 'asked' ? 'wait' : 'stop')

function State({ plan, ticked }: Pick<RowProps, 'plan' | 'ticked'>) {
  const { t } = useText()
  const { stop, give, owed, line } = plan
  if (stop === 'done') {
    return (
      <span className="ok row">
        <StateShape kind="ok" />
        <b>{t('pharmacy.stop.done')}</b>
      </span>
    )
  }
  if (stop !== null) {
    return (
      <span>
        <span className={`${shapeOf(stop)} row`}>
          <StateShape kind={shapeOf(stop)} />
          <b>{isOfDoctor(stop) ? t(`order.stop.${stop}`) : t(`pharmacy.stop.${stop}`)}</b>
        </span>
        {stop === 'allergy' ? (
          <span className="meta under">{groupText(t, line.allergies[0]?.group ?? '')}</span>
        ) : owed > 0 ? (
          <span className="meta under">{t('pharmacy.state.owed', { count: owed })}</span>
        ) : null}
      </span>
    )
  }
  if (give === 0) return <span className="muted">{t('pharmacy.state.held')}</span>
  return (
    <span>
      <Asked plan={plan} />
      <Scanned plan={plan} ticked={ticked} />
      {owed > 0 ? <span className="meta under">{t('pharmacy.state.owed', { count: owed })}</span> : null}
    </span>
  )
}

function Row({ plan, ticked, at, selected, editing, onSelect, onWanted, onCancel }: RowProps) {
  const { t } = useText()
  const row = useRef<HTMLTableRowElement>(null)
  useEffect(() => {
    if (selected) row.current?.scrollIntoView({ block: 'nearest' })
  }, [selected])
  const { medicine, item, given } = plan.line
  const food = foodText(t, item.dose.food)
  const about = [t(`pharmacy.form.${medicine.form}`), food, t('paper.days', { days: item.days })]
  const halted = plan.stop !== null && plan.stop !== 'done' && shapeOf(plan.stop) === 'stop'
  return (
    // The keyboard reaches rows by their digits and the arrows.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <tr
      ref={row}
      className={`${selected ? 'selected' : ''} ${halted ? 'halted' : ''}`}
      onClick={onSelect}
      {...(selected ? { 'aria-current': 'true' as const } : {})}
    >
      <td>{at < 9 ? <KeyCap name={String(at + 1)} /> : null}</td>
      <td>
        <b lang="en">{medicineText(medicine)}</b>
        <span className="meta under">{about.filter((part) => part !== null).join(' · ')}</span>
      </td>
      <td>
        <DosePictures dose={item.dose} />
      </td>
      <td className="figure">
        {editing ? (
          <Amount
            start={plan.give}
            most={plan.may}
            label={t('pharmacy.part.label', { medicine: medicineText(medicine) })}
            onDone={onWanted}
            onCancel={onCancel}
          />
        ) : (
          <>
            <b className="num">{plan.stop === null ? plan.give : item.quantity - given}</b>
            {given > 0 || (plan.stop === null && plan.give !== item.quantity) ? (
              <span className="meta under">{t('pharmacy.state.of', { all: item.quantity })}</span>
            ) : null}
          </>
        )}
      </td>
      <td>
        <b className="num">{medicine.shelf}</b>
      </td>
      <td>
        <Lots plan={plan} />
      </td>
      <td className="figure num">{plan.here.toLocaleString('en-IN')}</td>
      <td>
        <State plan={plan} ticked={ticked} />
      </td>
    </tr>
  )
}

interface Props {
  readonly plans: readonly Plan[]
  readonly ticked: Readonly<Record<string, number>>
  readonly selected: number
  readonly editing: boolean
  readonly onSelect: (at: number) => void
  readonly onWanted: (item: string, quantity: number) => void
  readonly onCancel: () => void
}

const columns = ['medicine', 'dose', 'give', 'shelf', 'lot', 'here', 'state'] as const

/** The list in the order of a walk along the shelves. */
export function PickTable({ plans, ticked, selected, editing, onSelect, onWanted, onCancel }: Props) {
  const { t } = useText()
  return (
    <table className="pick-table">
      <thead>
        <tr>
          <th>
            <span className="spoken-only">{t('pharmacy.pick.row')}</span>
          </th>
          {columns.map((column) => (
            <th key={column} scope="col" className={column === 'give' || column === 'here' ? 'figure' : ''}>
              {t(`pharmacy.pick.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {plans.map((plan, at) => (
          <Row
            key={plan.line.item.id}
            plan={plan}
            ticked={ticked[plan.line.item.id] ?? 0}
            at={at}
            selected={at === selected}
            editing={editing && at === selected}
            onSelect={() => onSelect(at)}
            onWanted={(quantity) => onWanted(plan.line.item.id, quantity)}
            onCancel={onCancel}
          />
        ))}
      </tbody>
    </table>
  )
}
