import { useEffect, useRef, useState } from 'react'

import type { Medicine } from '../../../domain/pharmacy/medicine.ts'
import type { Dose } from '../../../domain/pharmacy/prescription.ts'
import { quantityFor, readDose } from '../../../domain/pharmacy/written-dose.ts'
import { amountOf } from '../../pharmacy/pick/amount-of.ts'
import { doseText, medicineText, quantityText } from '../../pharmacy/pick/dose-text.ts'
import { useText } from '../../text/use-text.tsx'
import { ActionButton } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { latinDigits } from '../../../domain/latin-digits.ts'
import { Segmented } from '../../ui/segmented.tsx'
import { useHotkeys } from '../../ui/use-hotkeys.ts'
import type { DraftItem } from '../doctor-state.ts'

interface Props {
  readonly medicine: Medicine
  readonly onAdd: (item: DraftItem) => void
  readonly onBack: () => void
}

const usual = ['1-0-1', '1-1-1', '1-0-0', '0-0-1'] as const
const foods = ['after', 'before', 'with', 'any'] as const

const wholeIn = (text: string, most: number): number | null => amountOf(text, most) || null

/** How much, when and how long; the amount follows, and can be written otherwise. */
export function ItemForm({ medicine, onAdd, onBack }: Props) {
  const { t } = useText()
  const [dose, setDose] = useState<string>('1-0-1')
  const [food, setFood] = useState<Dose['food']>('after')
  const [days, setDays] = useState('5')
  const [amount, setAmount] = useState<string | null>(null)
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => box.current?.select(), [])
  const written = latinDigits(dose)
  const times = readDose(written)
  const forDays = wholeIn(days, 366)
  const follows = times === null || forDays === null ? null : quantityFor(medicine.form, times, forDays)
  const quantity = amount === null ? (follows !== null && follows <= 5000 ? follows : null) : wholeIn(amount, 5000)
  const ready = times !== null && forDays !== null && quantity !== null
  const add = () => {
    if (times === null || forDays === null || quantity === null) return
    onAdd({ known: medicine, medicine: medicine.code, dose: { ...times, food }, days: forDays, quantity, again: false })
  }
  useHotkeys({ Enter: add, Escape: onBack })
  return (
    <div className="item-form">
      <div className="row">
        <h2 className="grow" lang="en">
          {medicineText(medicine)}
        </h2>
        <ActionButton kind="bare" cap="Esc" onPress={onBack}>
          {t('visit.back')}
        </ActionButton>
      </div>
      <div className="item-dose">
        <Field
          label={t('visit.write.dose')}
          hint={t('visit.write.dose.hint')}
          problem={times === null ? t('visit.write.dose.wrong') : null}
          value={dose}
          onChange={setDose}
          maxLength={24}
          numeric
          ref={box}
        />
        <Segmented
          quiet
          label={t('visit.write.dose')}
          segments={usual.map((each) => ({ value: each, label: <span className="num">{each}</span> }))}
          value={usual.find((each) => each === written) ?? null}
          onChange={setDose}
        />
      </div>
      {times === null ? null : <p className="item-said">{doseText(t, medicine.form, { ...times, food })}</p>}
      <Segmented
        label={t('visit.write.food')}
        segments={foods.map((each) => ({
          value: each,
          label: t(each === 'any' ? 'visit.write.food.any' : `paper.food.${each}`),
        }))}
        value={food}
        onChange={setFood}
      />
      <div className="item-counts">
        <Field
          label={t('visit.write.days')}
          problem={forDays === null ? t('visit.write.days.wrong') : null}
          value={days}
          onChange={setDays}
          maxLength={3}
          numeric
        />
        <Field
          label={t('visit.write.quantity')}
          problem={quantity === null && times !== null && forDays !== null ? t('visit.write.quantity.wrong') : null}
          value={amount ?? (follows === null ? '' : String(follows))}
          onChange={setAmount}
          maxLength={4}
          numeric
        />
        <ActionButton
          kind={ready ? 'go' : 'later'}
          block
          cap="Enter"
          {...(quantity === null ? {} : { under: quantityText(t, medicine.form, quantity) })}
          onPress={add}
        >
          {t('visit.write.add')}
        </ActionButton>
      </div>
    </div>
  )
}
