import { useState } from 'react'

import type { SaidLine, StockStore } from '../../../contract/stock.ts'
import { useText } from '../../text/use-text.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { Field } from '../../ui/field.tsx'
import { latest, useAnswer } from '../../ui/use-answer.ts'
import { useDelayed } from '../../ui/use-delayed.ts'
import { medicineText } from '../pick/dose-text.ts'
import type { PharmacyAnswer, PharmacyBridge } from '../pharmacy-bridge.ts'
import { DeedFrame } from './deed-frame.tsx'
import { answerText, digits, numberOf, storeText } from './stock-text.ts'
import { useDeed } from './use-deed.ts'

interface Props {
  readonly hims: PharmacyBridge
  readonly stores: readonly StockStore[]
  readonly now: Date
  readonly onSaved: (answer: PharmacyAnswer<'stock.record'>) => void
  readonly onBack: () => void
}

interface Counted {
  readonly typed: string
  readonly seenAt: string
  /** Typed after it was asked for again. */
  readonly again: boolean
}

/** Counts one shelf without being told what the records say; what is far from them is counted again. */
export function CountForm({ hims, stores, now, onSaved, onBack }: Props) {
  const { t, language } = useText()
  const [store, setStore] = useState(stores[0]?.code ?? '')
  const [shelf, setShelf] = useState('')
  const [counted, setCounted] = useState<Readonly<Record<string, Counted>>>({})
  const [again, setAgain] = useState<readonly string[]>([])
  const wanted = useDelayed(shelf.trim(), 150)
  const answer = useAnswer(`${store} ${wanted}`, () => hims.ask['stock.sheet']({ store, shelf: wanted }))
  const sheet = latest(answer) ?? []
  const { told, run } = useDeed<PharmacyAnswer<'stock.record'>>((came) => {
    if (came.kind === 'saved') onSaved(came)
    if (came.kind === 'recount') setAgain(came.lots)
  })
  const clear = () => {
    setCounted({})
    setAgain([])
  }
  const type = (id: string, typed: string) =>
    setCounted((before) => ({
      ...before,
      [id]: { typed: digits(typed), seenAt: now.toISOString(), again: again.includes(id) },
    }))
  const lines = sheet.flatMap(({ medicine, lot }): SaidLine[] => {
    const own = counted[lot.id]
    const found = own === undefined ? null : numberOf(own.typed)
    if (own === undefined || found === null) return []
    const line = { medicine: medicine.code, lot: lot.lot, expiry: null, expected: null, found, damaged: 0 }
    return [{ ...line, seenAt: own.seenAt, recounted: own.again }]
  })
  const isReady = lines.length > 0 && again.every((id) => counted[id]?.again === true)
  const save = () =>
    run(() =>
      hims.ask['stock.record']({ kind: 'counted', store, other: null, reference: '', note: '', lines, second: null }),
    )
  return (
    <DeedFrame
      title={t('stock.count')}
      onSave={isReady ? save : null}
      onBack={onBack}
      told={told}
      problem={told.kind === 'answer' && told.answer.kind !== 'recount' ? answerText(t, told.answer) : null}
    >
      <p>{t('stock.count.lead')}</p>
      <div className="stock-boxes">
        <ChoiceField
          label={t('stock.field.store')}
          empty=""
          value={store}
          choices={stores.map(({ code }) => ({ value: code, label: storeText(t, language, stores, code) }))}
          onChange={(code) => {
            setStore(code)
            clear()
          }}
        />
        <Field
          label={t('stock.field.shelf')}
          value={shelf}
          onChange={(typed) => {
            setShelf(typed)
            clear()
          }}
          hint={t('stock.field.shelf.hint')}
          maxLength={12}
          // A count begins with where.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
        />
      </div>
      {answer.kind === 'refused' ? <FaultNote refusal={answer.refusal} /> : null}
      {sheet.length === 0 && answer.kind === 'here' ? <p className="muted">{t('stock.count.empty')}</p> : null}
      <div className="stock-boxes">
        {sheet.map(({ medicine, lot }) => (
          <Field
            key={lot.id}
            label={t('stock.count.label', { medicine: medicineText(medicine), lot: lot.lot })}
            value={counted[lot.id]?.typed ?? ''}
            onChange={(typed) => type(lot.id, typed)}
            problem={again.includes(lot.id) && counted[lot.id]?.again !== true ? t('stock.count.again') : null}
            numeric
          />
        ))}
      </div>
    </DeedFrame>
  )
}
