import { useState } from 'react'

import type { DayView } from '../../../contract/day.ts'
import { differenceId } from '../../../domain/hospital/day-statement.ts'
import type { SignedDifference } from '../../../domain/hospital/day-statement.ts'
import { useText } from '../../text/use-text.tsx'
import { ActionButton } from '../../ui/button.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { Field } from '../../ui/field.tsx'
import { PinBox } from '../../ui/pin-pad.tsx'
import { PIN_LEAST, typedPin } from '../../ui/unlock-state.ts'
import { useHotkeys } from '../../ui/use-hotkeys.ts'

/** What the form is for. */
export type Form = 'sign' | 'reopen' | 'hand'

/** What was typed: whose PIN, the PIN, a remark, and why each difference is as it is. */
export interface Typed {
  readonly who: string
  readonly pin: string
  readonly note: string
  readonly explained: readonly SignedDifference[]
}

interface Props {
  readonly form: Form
  readonly view: DayView
  readonly busy: boolean
  readonly onLeave: () => void
  readonly onDone: (typed: Typed) => void
}

interface WhyProps {
  readonly view: DayView
  readonly words: Readonly<Record<string, string>>
  readonly onWords: (words: Readonly<Record<string, string>>) => void
}

/** One word of explanation for each difference, or the first one's for all. */
function Why({ view, words, onWords }: WhyProps) {
  const { t } = useText()
  const [first] = view.differences
  if (first === undefined) return null
  const same = () => {
    const word = words[keyOf(first)] ?? ''
    onWords(Object.fromEntries(view.differences.map((each) => [keyOf(each), word])))
  }
  return (
    <section className="day-why">
      <h2>{t('day.differences')}</h2>
      {view.differences.map((each, at) => (
        <div key={keyOf(each)} className="day-why-row">
          <Field
            label={t('day.why', { name: t(differenceId(each), { name: `⁨${each.name}⁩` }) })}
            value={words[keyOf(each)] ?? ''}
            onChange={(word) => onWords({ ...words, [keyOf(each)]: word })}
            maxLength={200}
            // What keeps the day from being signed comes first.
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus={at === 0}
          />
          {at === 0 && view.differences.length > 1 ? (
            <ActionButton kind="bare" cap="F9" onPress={same}>
              {t('day.why.same')}
            </ActionButton>
          ) : null}
        </div>
      ))}
      <Hotkey keys={{ F9: same }} />
    </section>
  )
}

function Hotkey({ keys }: { readonly keys: Parameters<typeof useHotkeys>[0] }) {
  useHotkeys(keys)
  return null
}

const keyOf = ({ kind, name }: { readonly kind: string; readonly name: string }): string => `${kind} ${name}`

/** Somebody answers for the day, or takes it over, with their own PIN. */
export function SignForm({ form, view, busy, onLeave, onDone }: Props) {
  const { t } = useText()
  const people = form === 'hand' ? view.colleagues : view.supervisors
  const [who, setWho] = useState<string | null>(people.length === 1 ? (people[0]?.id ?? null) : null)
  const [pin, setPin] = useState('')
  const [note, setNote] = useState('')
  const [words, setWords] = useState<Readonly<Record<string, string>>>({})
  const explained = view.differences.flatMap(({ kind, name }) => {
    const word = (words[keyOf({ kind, name })] ?? '').trim()
    return word === '' ? [] : [{ kind, name, explained: word }]
  })
  const isWhole =
    who !== null &&
    pin.length >= PIN_LEAST &&
    (form !== 'reopen' || note.trim() !== '') &&
    (form !== 'sign' || explained.length === view.differences.length)
  const done = () => {
    if (!isWhole || busy) return
    onDone({ who, pin, note, explained })
    setPin('')
  }
  useHotkeys({ 'Ctrl+Enter': done, Escape: onLeave })
  return (
    <>
      <div className="scroll grow day-form">
        <h2>{t(`day.${form}`)}</h2>
        <p className="muted">{t(`day.${form}.about`)}</p>
        {form === 'sign' ? <Why view={view} words={words} onWords={setWords} /> : null}
        <ChoiceField
          label={t(form === 'hand' ? 'day.hand.to' : 'day.supervisor')}
          empty={t('day.choose')}
          choices={people.map(({ id, name }) => ({ value: id, label: name }))}
          value={who}
          onChange={setWho}
        />
        <PinBox
          pin={pin}
          focus={form !== 'sign' || view.differences.length === 0}
          onType={(typed) => setPin(typedPin(typed))}
        />
        <Field
          label={t(form === 'reopen' ? 'day.reopen.why' : 'day.note')}
          value={note}
          onChange={setNote}
          maxLength={200}
        />
      </div>
      <div className="form-foot">
        <ActionButton kind={isWhole ? 'go' : 'later'} cap="Ctrl Enter" size="tall" onPress={done}>
          {t(`day.${form}`)}
        </ActionButton>
        <ActionButton cap="Esc" size="tall" onPress={onLeave}>
          {t('desk.back')}
        </ActionButton>
      </div>
    </>
  )
}
