import { useEffect, useRef, useState } from 'react'

import type { StockStore, StoredMedicine } from '../../../contract/stock.ts'
import type { PackSeen } from '../../../domain/pharmacy/pack.ts'
import { useText } from '../../text/use-text.tsx'
import { ActionButton } from '../../ui/button.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { Field } from '../../ui/field.tsx'
import { useHotkeys } from '../../ui/use-hotkeys.ts'
import { medicineText } from '../pick/dose-text.ts'
import type { PharmacyAnswer, PharmacyBridge } from '../pharmacy-bridge.ts'
import { DeedFrame } from './deed-frame.tsx'
import { LineList } from './line-list.tsx'
import type { NamedLine } from './line-list.tsx'
import { MedicineBox } from './medicine-box.tsx'
import { answerText, digits, monthEnd, monthTyped, numberOf, storeText } from './stock-text.ts'
import { useDeed } from './use-deed.ts'
import { usualStore } from './usual-store.ts'

interface Props {
  readonly hims: PharmacyBridge
  readonly stores: readonly StockStore[]
  readonly cold: PharmacyAnswer<'stock.watch'>['cold']
  readonly asked: PharmacyAnswer<'stock.watch'>['asked']
  /** The last pack that was scanned here. */
  readonly pack: PackSeen | null
  readonly onSaved: (answer: PharmacyAnswer<'stock.record'>) => void
  readonly onBack: () => void
}

const emptyBoxes = { lot: '', until: '', expected: '', found: '', damaged: '' }
const NONE = '-'

/** Takes in what came: each lot as it stands on their paper, as it was found, and what of it is broken. */
export function ReceiveForm({ hims, stores, cold, asked, pack, onSaved, onBack }: Props) {
  const { t, language } = useText()
  const [store, setStore] = useState(usualStore(stores, cold))
  const [from, setFrom] = useState('')
  const [reference, setReference] = useState('')
  const [answers, setAnswers] = useState(NONE)
  const [medicine, setMedicine] = useState<StoredMedicine | null>(null)
  const [taken, setTaken] = useState<PackSeen | null>(null)
  const [boxes, setBoxes] = useState(emptyBoxes)
  const [lines, setLines] = useState<readonly NamedLine[]>([])
  const { told, run } = useDeed<PharmacyAnswer<'stock.record'>>((answer) => {
    if (answer.kind === 'saved') onSaved(answer)
  })
  const put = (box: keyof typeof emptyBoxes) => (typed: string) => setBoxes((before) => ({ ...before, [box]: typed }))
  // A pack fills the boxes as it is scanned.
  if (pack !== taken) {
    setTaken(pack)
    if (pack?.kind === 'read' && pack.medicine !== null) {
      const { medicine: seen, lotNumber, expiry, units } = pack
      setMedicine({ medicine: seen, lots: [], usable: 0, level: null, request: null })
      setBoxes({
        ...emptyBoxes,
        lot: lotNumber ?? '',
        until: expiry === null ? '' : monthTyped(expiry),
        found: units === null ? '' : String(units),
      })
    }
  }
  const lotBox = useRef<HTMLInputElement>(null)
  const foundBox = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (taken?.kind !== 'read' || taken.medicine === null) return
    // What is left to say of a pack is how many came, unless its code has no lot.
    const next = taken.lotNumber === null ? lotBox.current : foundBox.current
    next?.focus()
    next?.select()
  }, [taken])
  const known = medicine?.lots.find(({ lot }) => lot.lot === boxes.lot.trim().toUpperCase()) ?? null
  const typedEnd = monthEnd(boxes.until)
  // A pack's own code names the day, a person the month.
  const scanned = pack?.kind === 'read' && pack.lotNumber === boxes.lot.trim() ? pack.expiry : null
  const expiry = scanned !== null && typedEnd?.slice(0, 7) === scanned.slice(0, 7) ? scanned : typedEnd
  const found = numberOf(boxes.found)
  const isWhole = medicine !== null && boxes.lot.trim() !== '' && found !== null && (expiry !== null || known !== null)
  const add = () => {
    if (!isWhole) return
    const line = {
      medicine: medicine.medicine.code,
      lot: boxes.lot.trim(),
      expiry,
      expected: numberOf(boxes.expected),
      found,
      damaged: numberOf(boxes.damaged) ?? 0,
      seenAt: null,
      recounted: false,
    }
    setLines((before) => [...before, { name: medicineText(medicine.medicine), line }])
    setMedicine(null)
    setBoxes(emptyBoxes)
  }
  const save = () =>
    run(() =>
      hims.ask['stock.record']({
        kind: 'received',
        store,
        other: from.trim() === '' ? null : from.trim(),
        reference: answers === NONE ? reference : answers,
        note: answers === NONE ? '' : reference,
        lines: lines.map(({ line }) => line),
        second: null,
      }),
    )
  useHotkeys(isWhole ? { Enter: add } : {})
  const requests = asked.map((each) => ({
    value: each.request.id,
    label: each.medicine === null ? each.request.medicine : medicineText(each.medicine),
  }))
  return (
    <DeedFrame
      title={t('stock.receive')}
      onSave={lines.length > 0 && !isWhole ? save : null}
      onBack={onBack}
      told={told}
      problem={told.kind === 'answer' ? answerText(t, told.answer) : null}
    >
      <div className="stock-boxes">
        <MedicineBox key={lines.length} hims={hims} chosen={medicine} onChoose={setMedicine} />
        <Field ref={lotBox} label={t('stock.field.lot')} value={boxes.lot} onChange={put('lot')} maxLength={40} />
        <Field
          label={t('stock.field.until')}
          value={boxes.until}
          onChange={put('until')}
          placeholder="06/2027"
          maxLength={7}
        />
        <Field
          label={t('stock.field.expected')}
          value={boxes.expected}
          onChange={(x) => put('expected')(digits(x))}
          numeric
        />
        <Field
          ref={foundBox}
          label={t('stock.field.found')}
          value={boxes.found}
          onChange={(x) => put('found')(digits(x))}
          numeric
        />
        <Field
          label={t('stock.field.damaged')}
          value={boxes.damaged}
          onChange={(x) => put('damaged')(digits(x))}
          numeric
        />
      </div>
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
      <div className="stock-boxes">
        <Field label={t('stock.field.from')} value={from} onChange={setFrom} maxLength={80} />
        <Field label={t('stock.field.reference')} value={reference} onChange={setReference} maxLength={80} />
        <ChoiceField
          label={t('stock.field.store')}
          empty=""
          value={store}
          choices={stores.map(({ code }) => ({ value: code, label: storeText(t, language, stores, code) }))}
          onChange={setStore}
        />
        {requests.length === 0 ? null : (
          <ChoiceField
            label={t('stock.field.answers')}
            empty=""
            value={answers}
            choices={[{ value: NONE, label: t('stock.field.answers.none') }, ...requests]}
            onChange={setAnswers}
          />
        )}
      </div>
    </DeedFrame>
  )
}
