import { useEffect, useRef, useState } from 'react'

import type { Medicine } from '../../../domain/pharmacy/medicine.ts'
import { medicineText } from '../../pharmacy/pick/dose-text.ts'
import { useText } from '../../text/use-text.tsx'
import { ActionButton } from '../../ui/button.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { Field } from '../../ui/field.tsx'
import { latest, useAnswer } from '../../ui/use-answer.ts'
import { useDelayed } from '../../ui/use-delayed.ts'
import { useHotkeys } from '../../ui/use-hotkeys.ts'
import type { DoctorBridge } from '../doctor-bridge.ts'

interface Props {
  readonly hims: DoctorBridge
  readonly onChoose: (medicine: Medicine) => void
}

const KEYS = 9

/** The hospital's own medicines by name, strength and form; Enter takes the first, Ctrl and a digit another. */
export function MedicineFind({ hims, onChoose }: Props) {
  const { t } = useText()
  const [text, setText] = useState('')
  const asked = useDelayed(text.trim(), 60)
  const answer = useAnswer(asked === '' ? null : asked, () => hims.ask['write.medicines']({ text: asked }))
  const found = asked === '' ? [] : (latest(answer) ?? [])
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => box.current?.focus(), [])
  const choose = (at: number) => () => {
    const medicine = found[at]
    if (medicine !== undefined) onChoose(medicine)
  }
  useHotkeys({
    ...Object.fromEntries(found.slice(0, KEYS).map((_, at) => [`Ctrl+${at + 1}`, choose(at)])),
    ...(found.length === 0 ? {} : { Enter: choose(0) }),
  })
  return (
    <div className="medicine-find">
      <Field
        label={t('visit.write.find')}
        hint={t('visit.write.find.hint')}
        value={text}
        onChange={setText}
        maxLength={100}
        lang="en"
        ref={box}
      />
      {answer.kind === 'refused' ? <FaultNote refusal={answer.refusal} /> : null}
      {asked !== '' && answer.kind === 'here' && found.length === 0 ? (
        <p className="muted">{t('visit.write.none', { text: asked })}</p>
      ) : null}
      <ul>
        {found.map((medicine, at) => (
          <li key={medicine.code}>
            <ActionButton
              block
              {...(at === 0 ? { cap: 'Enter' } : at < KEYS ? { cap: `Ctrl ${at + 1}` } : {})}
              under={t(`pharmacy.form.${medicine.form}`)}
              onPress={choose(at)}
            >
              <span lang="en">{medicineText(medicine)}</span>
            </ActionButton>
          </li>
        ))}
      </ul>
    </div>
  )
}
