import { useState } from 'react'

import type { StoredMedicine } from '../../../contract/stock.ts'
import { useText } from '../../text/use-text.tsx'
import { answered } from '../../ui/ask.ts'
import { FaultNote } from '../../ui/fault-note.tsx'
import { Field } from '../../ui/field.tsx'
import { latest, useAnswer } from '../../ui/use-answer.ts'
import { useDelayed } from '../../ui/use-delayed.ts'
import { useHotkeys } from '../../ui/use-hotkeys.ts'
import { medicineText } from '../pick/dose-text.ts'
import type { PharmacyBridge } from '../pharmacy-bridge.ts'
import { Choice } from '../../ui/choice.tsx'

interface Props {
  readonly hims: PharmacyBridge
  readonly chosen: StoredMedicine | null
  readonly onChoose: (medicine: StoredMedicine | null) => void
}

const MOST = 4

/** A medicine by its name, strength and form: Enter takes the first, arrows another. */
export function MedicineBox({ hims, chosen, onChoose }: Props) {
  const { t } = useText()
  const [typed, setTyped] = useState('')
  const text = useDelayed(typed.trim(), 80)
  const answer = useAnswer(text === '' ? null : text, () => hims.ask['stock.shelf']({ text }))
  const found = (latest(answer) ?? []).slice(0, MOST)
  const isOpen = chosen === null && text !== ''
  // Asked for what is typed now: whoever types fast does not wait for the list.
  const takeFirst = async () => {
    const came = await answered(hims.ask['stock.shelf']({ text: typed.trim() }))
    const first = came.ok ? came.value[0] : undefined
    if (first !== undefined) onChoose(first)
  }
  useHotkeys(chosen === null && typed.trim() !== '' ? { Enter: () => void takeFirst() } : {})
  const shown = chosen === null ? typed : medicineText(chosen.medicine)
  return (
    <>
      <Field
        label={t('stock.field.medicine')}
        value={shown}
        onChange={(next) => {
          if (chosen !== null) onChoose(null)
          setTyped(chosen === null ? next : '')
        }}
        hint={t('stock.field.medicine.hint')}
        problem={isOpen && answer.kind === 'here' && found.length === 0 ? t('stock.field.medicine.none') : null}
        // The first thing to say is what it is about.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
      />
      {answer.kind === 'refused' ? <FaultNote refusal={answer.refusal} /> : null}
      {isOpen && found.length > 0 ? (
        <Choice
          label={t('stock.field.medicine')}
          value={null}
          choices={found.map(({ medicine }) => ({ value: medicine.code, text: medicineText(medicine) }))}
          onChange={(code) => onChoose(found.find(({ medicine }) => medicine.code === code) ?? null)}
        />
      ) : null}
    </>
  )
}
