import { useEffect, useRef, useState } from 'react'

import type { SchemeAsk } from '../../../contract/scheme.ts'
import type { Known, KnownValue } from '../../../domain/scheme/known.ts'
import { useText } from '../../text/use-text.tsx'
import { ActionButton } from '../../ui/button.tsx'
import { KeyCap } from '../../ui/key-cap.tsx'
import { Field } from '../../ui/field.tsx'
import { useHotkeys } from '../../ui/use-hotkeys.ts'
import type { Hotkeys } from '../../ui/use-hotkeys.ts'
import { Tick } from '../../ui/tick.tsx'
import { readValue } from './read-value.ts'
import type { TypedKind } from './read-value.ts'
import { valueText } from './value-text.ts'

interface Props {
  readonly ask: SchemeAsk
  readonly onKnown: (known: Known) => void
  readonly onSkip: () => void
}

interface Option {
  readonly key: string
  readonly label: string
  readonly choose: () => void
}

const KEYS = 9

/** Answers to choose from, each with its digit. */
function Options({ options }: { readonly options: readonly Option[] }) {
  const keys: Hotkeys = Object.fromEntries(options.slice(0, KEYS).map(({ choose }, at) => [String(at + 1), choose]))
  useHotkeys(keys)
  return (
    <div className="scheme-options">
      {options.map(({ key, label, choose }, at) => (
        <ActionButton key={key} block {...(at < KEYS ? { cap: String(at + 1) } : {})} onPress={choose}>
          {label}
        </ActionButton>
      ))}
    </div>
  )
}

function Typed({ kind, onValue }: { readonly kind: TypedKind; readonly onValue: (value: KnownValue) => void }) {
  const { t } = useText()
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const value = readValue(kind, text)
  const take = () => (value === null ? setTried(true) : onValue(value))
  const hint = kind === 'day' || kind === 'birthday' ? t(`scheme.desk.hint.${kind}`) : undefined
  const problem = t(
    kind === 'day' || kind === 'birthday' ? `scheme.desk.unclear.${kind}` : 'scheme.desk.unclear.number',
  )
  useHotkeys({ Enter: take })
  return (
    <div className="scheme-typed">
      <Field
        label={t(`scheme.desk.label.${kind}`)}
        value={text}
        onChange={setText}
        numeric
        // The question is what the screen is for.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        maxLength={14}
        problem={tried && value === null ? problem : null}
        {...(hint === undefined ? {} : { hint })}
      />
      <ActionButton kind="go" cap="Enter" onPress={take}>
        {t('scheme.desk.take')}
      </ActionButton>
    </div>
  )
}

/** The answers that no paper has to show: they only speak against schemes. */
const isPlainNo = (value: KnownValue): boolean => value === false || value === 'none'

function Papers({ ask, value, onKnown, onSkip }: Props & { readonly value: KnownValue }) {
  const { t } = useText()
  const [checked, setChecked] = useState(false)
  const { papers, kind, canCheck } = ask
  const shown = papers.map(({ id, name }) => ({
    key: id,
    label: name,
    choose: () => onKnown({ value, how: checked ? 'verified' : 'seen', by: [id] }),
  }))
  const none = {
    key: 'none',
    label: t(kind === 'document' ? 'scheme.desk.paper.later' : 'scheme.desk.paper.none'),
    choose: kind === 'document' ? onSkip : () => onKnown({ value, how: 'spoken', by: [] }),
  }
  const named = ask.value.kind === 'choice' ? (ask.value.choices.find(({ id }) => id === value)?.name ?? null) : null
  useHotkeys(canCheck ? { F4: () => setChecked(!checked) } : {})
  return (
    <>
      <p className="muted">{t('scheme.desk.told', { value: valueText(t, value, ask.value.kind, named) })}</p>
      <p>
        <b>{t('scheme.desk.paper')}</b>
      </p>
      <Options options={[...shown, none]} />
      {canCheck ? (
        <Tick checked={checked} onChange={setChecked}>
          <KeyCap name="F4" /> {t('scheme.desk.checked')}
        </Tick>
      ) : null}
    </>
  )
}

/** One question: first what is so, then which paper shows it. */
export function AskCard(props: Props) {
  const { ask, onKnown } = props
  const { t } = useText()
  const [told, setTold] = useState<KnownValue | null>(ask.kind === 'document' ? (ask.known?.value ?? null) : null)
  const take = (value: KnownValue) => {
    if (ask.papers.length === 0 || isPlainNo(value)) onKnown({ value, how: 'spoken', by: [] })
    else setTold(value)
  }
  const options = optionsOf(ask, t('scheme.desk.yes'), t('scheme.desk.no'), take)
  const { kind } = ask.value
  const card = useRef<HTMLDivElement>(null)
  // The button that was pressed is gone with its question.
  useEffect(() => {
    if (document.activeElement === document.body) card.current?.focus()
  })
  return (
    <div className="scheme-ask" ref={card} tabIndex={-1}>
      <span className="heading">
        {t('scheme.desk.ask')} · {t('scheme.desk.settles', { count: ask.settles })}
      </span>
      <h2>{ask.question}</h2>
      {told !== null ? (
        <Papers {...props} value={told} />
      ) : kind === 'yes-no' || kind === 'choice' ? (
        <Options options={options} />
      ) : (
        <Typed kind={kind} onValue={take} />
      )}
    </div>
  )
}

function optionsOf({ value }: SchemeAsk, yes: string, no: string, take: (value: KnownValue) => void): Option[] {
  if (value.kind === 'choice') {
    return value.choices.map(({ id, name }) => ({ key: id, label: name, choose: () => take(id) }))
  }
  return [
    { key: 'yes', label: yes, choose: () => take(true) },
    { key: 'no', label: no, choose: () => take(false) },
  ]
}
