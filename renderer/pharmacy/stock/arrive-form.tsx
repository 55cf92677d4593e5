import { useState } from 'react'

import type { Coming, StockStore } from '../../../contract/stock.ts'
import { useText } from '../../text/use-text.tsx'
import { Field } from '../../ui/field.tsx'
import type { PharmacyAnswer, PharmacyBridge } from '../pharmacy-bridge.ts'
import { medicineText } from '../pick/dose-text.ts'
import { DeedFrame } from './deed-frame.tsx'
import { answerText, digits, numberOf, storeText } from './stock-text.ts'
import { useDeed } from './use-deed.ts'

interface Props {
  readonly hims: PharmacyBridge
  readonly coming: Coming
  readonly stores: readonly StockStore[]
  readonly onSaved: (answer: PharmacyAnswer<'stock.arrive'>) => void
  readonly onBack: () => void
}

interface Typed {
  readonly found: string
  readonly damaged: string
}

/** What came of a transfer, lot by lot; what is left empty is not spoken of yet. */
export function ArriveForm({ hims, coming: { paper, lines }, stores, onSaved, onBack }: Props) {
  const { t, language } = useText()
  const [typed, setTyped] = useState<Readonly<Record<string, Typed>>>({})
  const { told, run } = useDeed<PharmacyAnswer<'stock.arrive'>>((answer) => {
    if (answer.kind === 'saved') onSaved(answer)
  })
  const of = (id: string): Typed => typed[id] ?? { found: '', damaged: '' }
  const type = (id: string, more: Partial<Typed>) => setTyped((before) => ({ ...before, [id]: { ...of(id), ...more } }))
  const said = lines.flatMap(({ lot: { id } }) => {
    const found = numberOf(of(id).found)
    return found === null ? [] : [{ lotId: id, found, damaged: numberOf(of(id).damaged) ?? 0 }]
  })
  const isBroken = said.some(({ found, damaged }) => damaged > found)
  const save = () => run(() => hims.ask['stock.arrive']({ paper: paper.id, lines: said }))
  return (
    <DeedFrame
      title={t('stock.arrive.of', { paper: storeText(t, language, stores, paper.store) })}
      onSave={said.length > 0 && !isBroken ? save : null}
      onBack={onBack}
      told={told}
      problem={told.kind === 'answer' ? answerText(t, told.answer) : null}
    >
      <p>{t('stock.arrive.lead')}</p>
      {lines.map(({ medicine, lot, unsaid, missing }, at) => (
        <div className="stock-boxes" key={lot.id}>
          <Field
            label={t('stock.arrive.found', {
              medicine: medicine === null ? lot.medicine : medicineText(medicine),
              lot: lot.lot,
            })}
            hint={
              unsaid > 0 ? t('stock.coming.unsaid', { count: unsaid }) : t('stock.coming.missing', { count: missing })
            }
            value={of(lot.id).found}
            onChange={(found) => type(lot.id, { found: digits(found) })}
            numeric
            // Whoever opens this has the boxes before them and counts.
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus={at === 0}
          />
          <Field
            label={t('stock.field.damaged')}
            value={of(lot.id).damaged}
            onChange={(damaged) => type(lot.id, { damaged: digits(damaged) })}
            numeric
          />
        </div>
      ))}
    </DeedFrame>
  )
}
