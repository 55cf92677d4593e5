import { useState } from 'react'

import type { StockStore, StoredMedicine } from '../../../contract/stock.ts'
import { isControlled } from '../../../domain/pharmacy/controlled.ts'
import { useText } from '../../text/use-text.tsx'
import { ActionButton } from '../../ui/button.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { Field } from '../../ui/field.tsx'
import { nobodyYet, readySecond, secondPeople, SecondPerson } from '../../ui/session/second-person.tsx'
import { useAnswer } from '../../ui/use-answer.ts'
import { useHotkeys } from '../../ui/use-hotkeys.ts'
import { medicineText } from '../pick/dose-text.ts'
import type { PharmacyAnswer, PharmacyBridge } from '../pharmacy-bridge.ts'
import { Choice } from '../../ui/choice.tsx'
import { DeedFrame } from './deed-frame.tsx'
import { LineList } from './line-list.tsx'
import type { NamedLine } from './line-list.tsx'
import { MedicineBox } from './medicine-box.tsx'
import { answerText, countText, digits, lotText, numberOf, storeText } from './stock-text.ts'
import { useDeed } from './use-deed.ts'
import { usualStore } from './usual-store.ts'

interface Props {
  readonly hims: PharmacyBridge
  readonly stores: readonly StockStore[]
  readonly cold: PharmacyAnswer<'stock.watch'>['cold']
  readonly onSaved: (answer: PharmacyAnswer<'stock.record'>) => void
  readonly onBack: () => void
}

const SUPPLIER = '-supplier'
const DESTROYED = '-destroyed'

/** Sends lots to another store, back to the supplier, or destroys them; of listed drugs a second person sees it. */
export function SendForm({ hims, stores, cold, onSaved, onBack }: Props) {
  const { t, list, language } = useText()
  const [store, setStore] = useState(usualStore(stores, cold))
  const [to, setTo] = useState(stores[0]?.code ?? SUPPLIER)
  const [medicine, setMedicine] = useState<StoredMedicine | null>(null)
  const [lotId, setLotId] = useState<string | null>(null)
  const [amount, setAmount] = useState('')
  const [lines, setLines] = useState<readonly NamedLine[]>([])
  const [isListed, setListed] = useState(false)
  const [second, setSecond] = useState(nobodyYet)
  const witnesses = secondPeople(useAnswer('', () => hims.ask['supply.witnesses']({})))
  const { told, run } = useDeed<PharmacyAnswer<'stock.record'>>((answer) => {
    if (answer.kind === 'saved') onSaved(answer)
  })
  const unitsHere = (stands: StoredMedicine['lots'][number]['stands']) =>
    stands.find((each) => each.store === store)?.units ?? 0
  const here = medicine?.lots.filter(({ stands }) => unitsHere(stands) > 0) ?? []
  const lot = here.find((each) => each.lot.id === lotId) ?? here[0] ?? null
  const found = numberOf(amount)
  const isWhole = medicine !== null && lot !== null && found !== null && found > 0
  const asksSecond = to === DESTROYED && isListed
  const seenBy = readySecond(second)
  const add = () => {
    if (!isWhole) return
    const line = { medicine: medicine.medicine.code, lot: lot.lot.lot, expiry: null, expected: null, found }
    const whole = { ...line, damaged: 0, seenAt: null, recounted: false }
    setLines((before) => [...before, { name: medicineText(medicine.medicine), line: whole }])
    if (isControlled(medicine.medicine)) setListed(true)
    setMedicine(null)
    setLotId(null)
    setAmount('')
  }
  const save = () => {
    run(() =>
      hims.ask['stock.record']({
        kind: to === DESTROYED ? 'destroyed' : 'sent',
        store,
        other: to === DESTROYED || to === SUPPLIER ? null : to,
        reference: '',
        note: '',
        lines: lines.map(({ line }) => line),
        second: asksSecond ? seenBy : null,
      }),
    )
    setSecond({ ...second, pin: '' })
  }
  useHotkeys(isWhole ? { Enter: add } : {})
  const isReady = lines.length > 0 && !isWhole && to !== store && (!asksSecond || seenBy !== null)
  const named = stores.map(({ code }) => ({ value: code, label: storeText(t, language, stores, code) }))
  const ends = [
    ...named.filter(({ value }) => value !== store),
    { value: SUPPLIER, label: t('stock.to.supplier') },
    { value: DESTROYED, label: t('stock.to.destroyed') },
  ]
  return (
    <DeedFrame
      title={t('stock.send')}
      onSave={isReady ? save : null}
      onBack={onBack}
      told={told}
      problem={told.kind === 'answer' ? answerText(t, told.answer) : null}
    >
      <div className="stock-boxes">
        <ChoiceField label={t('stock.field.store')} empty="" value={store} choices={named} onChange={setStore} />
        <ChoiceField label={t('stock.field.to')} empty="" value={to} choices={ends} onChange={setTo} />
      </div>
      <div className="stock-boxes">
        <MedicineBox key={lines.length} hims={hims} chosen={medicine} onChoose={setMedicine} />
        <Field label={t('stock.field.amount')} value={amount} onChange={(x) => setAmount(digits(x))} numeric />
      </div>
      {medicine === null ? null : here.length === 0 ? (
        <p className="muted">{t('pharmacy.stock.no-lots')}</p>
      ) : (
        <Choice
          label={t('stock.field.lot')}
          value={lot?.lot.id ?? null}
          choices={here.map((each) => ({
            value: each.lot.id,
            text: each.lot.lot,
            under: list([countText(unitsHere(each.stands)), lotText(t, each)], ' · '),
          }))}
          onChange={setLotId}
        />
      )}
      {isWhole ? (
        <ActionButton cap="Enter" onPress={add}>
          {t('stock.line.add')}
        </ActionButton>
      ) : (
        <ActionButton kind="later" cap="Enter" under={t('stock.line.missing')}>
          {t('stock.line.add')}
        </ActionButton>
      )}
      <LineList lines={lines} onChange={setLines} />
      {asksSecond ? (
        <SecondPerson
          hims={hims}
          people={witnesses}
          label={t('pharmacy.emergency.witness')}
          nobody={t('pharmacy.emergency.nobody')}
          second={second}
          onChange={setSecond}
        />
      ) : null}
    </DeedFrame>
  )
}
