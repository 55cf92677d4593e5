import { useEffect, useReducer, useState } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'

import type { BadgeAnswer, TerminalStatus } from '../../contract/shell.ts'
import type { OperatorId } from '../../domain/id.ts'
import { languages } from '../../domain/language.ts'
import type { Language } from '../../domain/language.ts'
import type { MessageId } from '../../domain/text/catalogue.ts'
import { useText } from '../text/use-text.tsx'
import { answered } from './ask.ts'
import { BadgePicture } from './badge-picture.tsx'
import type { StaffBridge } from './bridge.ts'
import { ActionButton } from './button.tsx'
import { Guilloche } from './guilloche.tsx'
import { Mark } from './icon/mark.tsx'
import { KeyCap } from './key-cap.tsx'
import { languageNames } from './language-choice.tsx'
import { Keypad, PinBox } from './pin-pad.tsx'
import { Forgive } from './session/forgive.tsx'
import { StatusBar } from './status-bar.tsx'
import { lockedState, readyToTry, unlocking } from './unlock-state.ts'
import type { UnlockAction, UnlockState } from './unlock-state.ts'
import { UnlockTold } from './unlock-told.tsx'
import { Written } from './written.tsx'
import { useHotkeys } from './use-hotkeys.ts'

/** What everybody left under way when they locked the page. */
export type KeptWork = Readonly<Record<OperatorId, MessageId | null>>

interface Props {
  readonly hims: StaffBridge
  readonly status: TerminalStatus
  readonly now: Date
  readonly onLanguage: (language: Language) => void
  /** Who worked here last. */
  readonly first: OperatorId | null
  readonly kept: KeptWork
  /** The badge that was shown last. */
  readonly badge: BadgeAnswer | null
  readonly onStaff: (staff: readonly OperatorId[]) => void
}

function useUnlocking({ hims: { ask, listen }, first, badge, onStaff }: Props) {
  const [state, dispatch] = useReducer(unlocking, lockedState)
  useEffect(() => {
    const load = async () => {
      const answer = await answered(ask['session.operators']({}))
      if (!answer.ok) return dispatch({ kind: 'told', told: { kind: 'fault', refusal: answer.problem } })
      dispatch({ kind: 'operators', operators: answer.value, first })
      onStaff(answer.value.map(({ id }) => id))
    }
    void load()
    // A new terminal opens before HIMS has told it who works here.
    return listen('changed', ({ tables }) => {
      if (tables.includes('operator')) void load()
    })
  }, [ask, listen, first, onStaff])
  useEffect(() => {
    if (badge !== null) dispatch({ kind: 'badge', badge })
  }, [badge])
  const submit = async () => {
    const attempt = readyToTry(state)
    if (attempt === null) return
    dispatch({ kind: 'told', told: { kind: 'checking' } })
    const answer = await answered(ask['session.unlock'](attempt))
    if (!answer.ok) dispatch({ kind: 'told', told: { kind: 'fault', refusal: answer.problem } })
    else if (answer.value.kind !== 'unlocked') dispatch({ kind: 'told', told: answer.value })
  }
  return { state, dispatch, submit }
}

interface OperatorsProps {
  readonly state: UnlockState
  readonly kept: KeptWork
  readonly dispatch: (action: UnlockAction) => void
}

/** So many people have a key of their own. */
const MOST_CAPS = 9

function Operators({ state, kept, dispatch }: OperatorsProps) {
  const { t } = useText()
  const operators = state.operators ?? []
  const choose = (operator: OperatorId) => dispatch({ kind: 'chose', operator })
  const caps = operators.length < 2 ? [] : operators.slice(0, MOST_CAPS)
  useHotkeys(Object.fromEntries(caps.map(({ id }, at) => [`Alt+${at + 1}`, () => choose(id)])))
  return (
    <RadioGroup
      className="field"
      orientation="horizontal"
      value={state.operator}
      onChange={(id) => {
        const chosen = operators.find((operator) => operator.id === id)
        if (chosen !== undefined) choose(chosen.id)
      }}
    >
      <Label className="label-line">{t('common.unlock.who')}</Label>
      <div className="operators">
        {operators.map(({ id, name }, at) => (
          <Radio key={id} value={id} className="operator">
            <span className="row tight">
              {at < caps.length ? <KeyCap name={`Alt ${at + 1}`} /> : null}
              <Written text={name} />
            </span>
            {(kept[id] ?? null) === null ? null : <span className="meta">{t('staff.kept')}</span>}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}

function Welcome({ status, kept }: Pick<Props, 'status'> & { readonly kept: MessageId | null }) {
  const { t, language } = useText()
  const role = t(`common.role.${status.role}`)
  return (
    <section className="welcome">
      <Guilloche stroke="#7FC8CB" opacity={0.3} />
      <Mark />
      <h1>{status.facility?.name[language] ?? t('common.product')}</h1>
      <p>{status.label === '' ? role : t('common.place', { role, label: status.label })}</p>
      <BadgePicture />
      <p className="lead">{t('staff.lead')}</p>
      {kept === null ? null : <p>{t(kept)}</p>}
      <p className="foot">{t('common.unlock.offline')}</p>
    </section>
  )
}

interface DoingProps extends Pick<Props, 'now' | 'kept' | 'onLanguage'> {
  readonly unlocking: ReturnType<typeof useUnlocking>
  /** Null while nobody has to wait. */
  readonly onForgive: (() => void) | null
}

function Doing({ now, kept, onLanguage, unlocking: { state, dispatch, submit }, onForgive }: DoingProps) {
  const { t, language } = useText()
  const next = languages[(languages.indexOf(language) + 1) % languages.length] ?? 'en'
  const digits = Array.from('0123456789', (digit) => [digit, () => dispatch({ kind: 'digit', digit })] as const)
  // Digits reach the PIN wherever the focus was when the page was locked.
  useHotkeys({
    ...Object.fromEntries(digits),
    Backspace: () => dispatch({ kind: 'erased' }),
    Enter: () => void submit(),
  })
  return (
    <section className="doing">
      <Operators state={state} kept={kept} dispatch={dispatch} />
      <div className="stack">
        <PinBox pin={state.pin} onType={(pin) => dispatch({ kind: 'typed', pin })} />
        <UnlockTold told={state.told} now={now} />
        {onForgive === null ? null : (
          <ActionButton cap="F9" onPress={onForgive}>
            {t('staff.forgive')}
          </ActionButton>
        )}
      </div>
      <div className="keypad-line">
        <Keypad
          onDigit={(digit) => dispatch({ kind: 'digit', digit })}
          onErase={() => dispatch({ kind: 'erased' })}
          onEnter={() => void submit()}
        />
        <div className="stack">
          <ActionButton kind="bare" cap="F7" onPress={() => onLanguage(next)}>
            <span lang={next}>{languageNames[next]}</span>
          </ActionButton>
        </div>
      </div>
      <p className="hint-line">{t('common.unlock.forgot')}</p>
    </section>
  )
}

/** Who is at this desk, and their PIN; by badge, keypad, keyboard or touch. */
export function Unlock(props: Props) {
  const { hims, status, now, onLanguage, kept } = props
  const work = useUnlocking(props)
  const { state, dispatch } = work
  const [forgiving, setForgiving] = useState(false)
  const who = state.operators?.find(({ id }) => id === state.operator) ?? null
  const done = () => {
    setForgiving(false)
    if (who !== null) dispatch({ kind: 'told', told: { kind: 'forgiven', name: who.name } })
  }
  return (
    <div className="page">
      <main className="unlock">
        <div className="halves">
          <Welcome status={status} kept={who === null ? null : (kept[who.id] ?? null)} />
          {forgiving && who !== null ? (
            <Forgive hims={hims} who={who} now={now} onDone={done} onBack={() => setForgiving(false)} />
          ) : (
            <Doing
              now={now}
              kept={kept}
              onLanguage={onLanguage}
              unlocking={work}
              onForgive={state.told.kind === 'wait' ? () => setForgiving(true) : null}
            />
          )}
        </div>
        <StatusBar status={status} now={now} />
      </main>
    </div>
  )
}
