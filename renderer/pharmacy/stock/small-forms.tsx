import { useState } from 'react'

import type { StockStore, StoredMedicine } from '../../../contract/stock.ts'
import { isCold } from '../../../domain/pharmacy/stock-reorder.ts'
import { useText } from '../../text/use-text.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { Field } from '../../ui/field.tsx'
import { momentText } from '../../ui/format.ts'
import type { PharmacyAnswer, PharmacyBridge } from '../pharmacy-bridge.ts'
import { Choice } from '../../ui/choice.tsx'
import { DeedFrame } from './deed-frame.tsx'
import { MedicineBox } from './medicine-box.tsx'
import { celsiusOf, countText, digits, lotText, numberOf, storeText } from './stock-text.ts'
import { useDeed } from './use-deed.ts'

interface Props {
  readonly hims: PharmacyBridge
  readonly onSaved: () => void
  readonly onBack: () => void
}

type Answer = PharmacyAnswer<'stock.mark'>

function useSmallDeed(onSaved: () => void) {
  const { t } = useText()
  const deed = useDeed<Answer>((answer) => {
    if (answer.kind === 'saved') onSaved()
  })
  const { told } = deed
  const problem =
    told.kind !== 'answer' || told.answer.kind === 'saved'
      ? null
      : told.answer.kind === 'refused'
        ? t(`stock.refused.${told.answer.reason}`)
        : t(`pharmacy.not-saved.${told.answer.cause}`)
  return { ...deed, problem }
}

const states = ['recalled', 'quarantined', 'free'] as const

/** Stops a lot at every pharmacy of the hospital, or frees it again. */
export function MarkForm({ hims, onSaved, onBack }: Props) {
  const { t } = useText()
  const [medicine, setMedicine] = useState<StoredMedicine | null>(null)
  const [lotId, setLotId] = useState<string | null>(null)
  const [state, setState] = useState<(typeof states)[number] | null>(null)
  const [reason, setReason] = useState('')
  const { told, problem, run } = useSmallDeed(onSaved)
  const lot = medicine?.lots.find((each) => each.lot.id === lotId) ?? null
  const save =
    lot === null || state === null || reason.trim() === ''
      ? null
      : () => run(() => hims.ask['stock.mark']({ id: lot.lot.id, state, reason: reason.trim() }))
  return (
    <DeedFrame title={t('stock.mark')} onSave={save} onBack={onBack} told={told} problem={problem}>
      <MedicineBox hims={hims} chosen={medicine} onChoose={setMedicine} />
      {medicine === null ? null : (
        <Choice
          label={t('stock.field.lot')}
          value={lotId}
          choices={medicine.lots.map((each) => ({
            value: each.lot.id,
            text: each.lot.lot,
            under: lotText(t, each),
          }))}
          onChange={setLotId}
        />
      )}
      <Choice
        label={t('stock.field.state')}
        value={state}
        choices={states.map((value) => ({ value, text: t(`stock.state.${value}`) }))}
        onChange={setState}
      />
      <Field label={t('stock.field.reason')} value={reason} onChange={setReason} maxLength={200} />
    </DeedFrame>
  )
}

interface ColdProps extends Props {
  readonly stores: readonly StockStore[]
  readonly cold: PharmacyAnswer<'stock.watch'>['cold']
  readonly now: Date
}

/** Writes down what a thermometer shows; outside of what is right, also what was done. */
export function ColdForm({ hims, stores, cold, now, onSaved, onBack }: ColdProps) {
  const { t, language } = useText()
  const used = cold.find(({ readings }) => readings.length > 0)?.store
  const [store, setStore] = useState(used ?? stores[0]?.code ?? '')
  const [typed, setTyped] = useState('')
  const [done, setDone] = useState('')
  const { told, problem, run } = useSmallDeed(onSaved)
  const celsius = celsiusOf(typed)
  const isOut = celsius !== null && !isCold(celsius)
  const last = cold.find((each) => each.store === store)?.readings[0] ?? null
  const save =
    celsius === null || (isOut && done.trim() === '')
      ? null
      : () => run(() => hims.ask['stock.cold']({ store, celsius, done: isOut ? done.trim() : '' }))
  return (
    <DeedFrame title={t('stock.cold')} onSave={save} onBack={onBack} told={told} problem={problem}>
      <ChoiceField
        label={t('stock.field.store')}
        empty=""
        value={store}
        choices={stores.map(({ code }) => ({ value: code, label: storeText(t, language, stores, code) }))}
        onChange={setStore}
      />
      <Field
        label={t('stock.field.celsius')}
        value={typed}
        onChange={setTyped}
        maxLength={5}
        hint={t('stock.field.celsius.hint')}
        problem={isOut ? t('stock.field.celsius.out') : null}
        // The one box this is for.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
      />
      {isOut ? <Field label={t('stock.field.done')} value={done} onChange={setDone} maxLength={200} /> : null}
      {last === null ? null : (
        <p className="muted">
          {t('stock.cold.last', { celsius: last.celsius, time: momentText(t, new Date(last.at), now) })}
        </p>
      )}
    </DeedFrame>
  )
}

/** Says below how many units the hospital asks for more, and how many it wants to hold. */
export function LevelForm({ hims, onSaved, onBack }: Props) {
  const { t } = useText()
  const [medicine, setMedicine] = useState<StoredMedicine | null>(null)
  const [least, setLeast] = useState('')
  const [wanted, setWanted] = useState('')
  const { told, problem, run } = useSmallDeed(onSaved)
  const [low, high] = [numberOf(least), numberOf(wanted)]
  const choose = (chosen: StoredMedicine | null) => {
    setMedicine(chosen)
    setLeast(chosen?.level === null || chosen === null ? '' : String(chosen.level.least))
    setWanted(chosen?.level === null || chosen === null ? '' : String(chosen.level.wanted))
  }
  const save =
    medicine === null || low === null || high === null || high === 0
      ? null
      : () => run(() => hims.ask['stock.level']({ id: medicine.medicine.code, least: low, wanted: high }))
  return (
    <DeedFrame title={t('stock.level')} onSave={save} onBack={onBack} told={told} problem={problem}>
      <MedicineBox hims={hims} chosen={medicine} onChoose={choose} />
      {medicine === null ? null : (
        <p>
          {t('stock.column.usable')}: <b className="num">{countText(medicine.usable)}</b>
        </p>
      )}
      <div className="stock-boxes">
        <Field label={t('stock.field.least')} value={least} onChange={(x) => setLeast(digits(x))} numeric />
        <Field label={t('stock.field.wanted')} value={wanted} onChange={(x) => setWanted(digits(x))} numeric />
      </div>
    </DeedFrame>
  )
}
