import { useState } from 'react'

import type { Proposal } from '../../../contract/order.ts'
import type { VisitNoted } from '../../../contract/visit.ts'
import type { AskWhy } from '../../../domain/pharmacy/order-event.ts'
import { askWhys } from '../../../domain/pharmacy/order-event.ts'
import type { Prescription } from '../../../domain/pharmacy/prescription.ts'
import { useText } from '../../text/use-text.tsx'
import { ActionButton } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { Field } from '../../ui/field.tsx'
import { StateShape } from '../../ui/icon/state-shape.tsx'
import { NotDoneNote } from '../../ui/not-done-note.tsx'
import type { NotDone } from '../../ui/not-done-note.tsx'
import { Scroll } from '../../ui/scroll.tsx'
import { latest, useAnswer } from '../../ui/use-answer.ts'
import { useHotkeys } from '../../ui/use-hotkeys.ts'
import { useOnce } from '../../ui/use-once.ts'
import type { Line, PharmacyBridge } from '../pharmacy-bridge.ts'
import { doseText, medicineText, quantityText } from '../pick/dose-text.ts'

interface Props {
  readonly hims: PharmacyBridge
  readonly prescription: Prescription
  readonly line: Line
  readonly isOnline: boolean
  readonly onDone: () => void
}

const NOTHING = ''

/** Why a pharmacist will ask, as far as the list itself says it. */
const likely = ({ allergies, warnings, lots }: Line): AskWhy | null => {
  if (allergies.length > 0) return 'allergy'
  if (warnings.length > 0) return 'interaction'
  return lots.some(({ here, expired, mark }) => here > 0 && !expired && mark === undefined) ? null : 'not-in-stock'
}

function InsteadChoice({
  found,
  value,
  onChange,
}: {
  readonly found: readonly Proposal[]
  readonly value: string
  readonly onChange: (code: string) => void
}) {
  const { t, list } = useText()
  if (found.length === 0) return <p className="muted">{t('order.ask.instead.empty')}</p>
  const under = ({ instead, medicine: { form }, here }: Proposal) =>
    list([
      doseText(t, form, instead.dose),
      quantityText(t, form, instead.quantity),
      here > 0 ? t('order.ask.here', { amount: quantityText(t, form, here) }) : t('order.ask.here.none'),
    ])
  const offered = found.map((each) => ({
    value: each.medicine.code,
    text: medicineText(each.medicine),
    under: under(each),
  }))
  return (
    <Choice
      label={t('order.ask.instead')}
      value={value}
      choices={[{ value: NOTHING, text: t('order.ask.instead.none') }, ...offered]}
      onChange={onChange}
    />
  )
}

/** What the prescriber is asked about one line, with what the pharmacist would give in its place. */
export function AskScreen({ hims, prescription, line, isOnline, onDone }: Props) {
  const { t } = useText()
  const [why, setWhy] = useState<AskWhy | null>(likely(line))
  const [code, setCode] = useState<string | null>(null)
  const [words, setWords] = useState('')
  const [problem, setProblem] = useState<NotDone | null>(null)
  const { id: prescriptionId, prescriber } = prescription
  const { id: itemId } = line.item
  const proposals = useAnswer(itemId, () => hims.ask['order.proposals']({ prescriptionId, itemId }))
  const found = latest(proposals) ?? []
  const chosen = code ?? found.find(({ here }) => here > 0)?.medicine.code ?? NOTHING
  const { busy, run } = useOnce<VisitNoted>((answer) => {
    if (answer.kind === 'noted') onDone()
    else setProblem(answer)
  })
  const send = () => {
    if (why === null || busy) return
    const instead = found.find(({ medicine }) => medicine.code === chosen)?.instead ?? null
    run(() => hims.ask['order.ask']({ prescriptionId, itemId, why, instead, words: words.trim() }))
  }
  useHotkeys({ Escape: onDone, 'Ctrl+Enter': send })
  const under = isOnline ? t('order.ask.send.then', { doctor: prescriber }) : t('order.ask.send.offline')
  return (
    <section className="panel asking" aria-label={t('order.ask')}>
      <header className="asking-head">
        <StateShape kind="wait" size="huge" />
        <div>
          <h2>{t('order.ask.title', { doctor: prescriber, medicine: medicineText(line.medicine) })}</h2>
          <p>{t('order.ask.lead')}</p>
        </div>
      </header>
      <Scroll label={t('order.ask')} className="scroll asking-form">
        <Choice
          label={t('order.ask.why')}
          value={why}
          focus
          choices={askWhys.map((value) => ({ value, text: t(`order.why.${value}`) }))}
          onChange={setWhy}
        />
        {proposals.kind === 'refused' ? <FaultNote refusal={proposals.refusal} /> : null}
        {proposals.kind === 'here' ? <InsteadChoice found={found} value={chosen} onChange={setCode} /> : null}
        <Field label={t('order.ask.words')} value={words} onChange={setWords} maxLength={200} />
        {problem === null ? null : <NotDoneNote why={problem} changed={t('order.changed')} />}
      </Scroll>
      <div className="pick-actions">
        <div className="grow">
          <ActionButton
            kind={why === null || busy ? 'later' : 'go'}
            cap="Ctrl Enter"
            size="tall"
            block
            under={why === null ? t('order.ask.missing') : under}
            onPress={send}
          >
            {t('order.ask.send')}
          </ActionButton>
        </div>
        <ActionButton cap="Esc" size="tall" onPress={onDone}>
          {t('pharmacy.emergency.back')}
        </ActionButton>
      </div>
    </section>
  )
}
