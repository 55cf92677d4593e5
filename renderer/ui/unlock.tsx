import { useEffect, useReducer } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'

import type { TerminalStatus } from '../../contract/shell.ts'
import { languages } from '../../domain/language.ts'
import type { Language } from '../../domain/language.ts'
import { useText } from '../text/use-text.tsx'
import { answered } from './ask.ts'
import { BadgePicture } from './badge-picture.tsx'
import type { StaffBridge } from './bridge.ts'
import { ActionButton } from './button.tsx'
import { Guilloche } from './guilloche.tsx'
import { Mark } from './icon/mark.tsx'
import { languageNames } from './language-choice.tsx'
import { Keypad, PinBox } from './pin-pad.tsx'
import { StatusBar } from './status-bar.tsx'
import { lockedState, readyToTry, unlocking } from './unlock-state.ts'
import type { UnlockAction, UnlockState } from './unlock-state.ts'
import { UnlockTold } from './unlock-told.tsx'
import { Written } from './written.tsx'
import { useHotkeys } from './use-hotkeys.ts'

interface Props {
  readonly hims: StaffBridge
  readonly status: TerminalStatus
  readonly now: Date
  readonly onLanguage: (language: Language) => void
  /** What was being done when the page was locked, in words; it is still there. */
  readonly kept?: string | null
}

function useUnlocking({ ask, listen }: StaffBridge, now: Date) {
  const [state, dispatch] = useReducer(unlocking, lockedState)
  useEffect(() => {
    const load = async () => {
      const operators = await answered(ask['session.operators']({}))
      if (operators.ok) dispatch({ kind: 'operators', operators: operators.value })
      else dispatch({ kind: 'told', told: { kind: 'fault', refusal: operators.problem } })
    }
    void load()
    // A new terminal opens before HIMS has told it who works here.
    return listen('changed', ({ tables }) => {
      if (tables.includes('operator')) void load()
    })
  }, [ask, listen])
  const submit = async () => {
    const attempt = readyToTry(state, now.getTime())
    if (attempt === null) return
    dispatch({ kind: 'told', told: { kind: 'checking' } })
    const answer = await answered(ask['session.unlock'](attempt))
    if (!answer.ok) dispatch({ kind: 'told', told: { kind: 'fault', refusal: answer.problem } })
    else if (answer.value.kind !== 'unlocked') dispatch({ kind: 'told', told: answer.value })
  }
  return { state, dispatch, submit }
}

function Operators({ state, dispatch }: { readonly state: UnlockState; readonly dispatch: (a: UnlockAction) => void }) {
  const { t } = useText()
  const operators = state.operators ?? []
  return (
    <RadioGroup
      className="field"
      orientation="horizontal"
      value={state.operator}
      onChange={(id) => {
        const chosen = operators.find((operator) => operator.id === id)
        if (chosen !== undefined) dispatch({ kind: 'chose', operator: chosen.id })
      }}
    >
      <Label className="label-line">{t('common.unlock.who')}</Label>
      <div className="operators">
        {operators.map((operator) => (
          <Radio key={operator.id} value={operator.id} className="operator">
            <Written text={operator.name} />
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}

function Welcome({ status, kept }: Pick<Props, 'status' | 'kept'>) {
  const { t, language } = useText()
  const role = t(`common.role.${status.role}`)
  return (
    <section className="welcome">
      <Guilloche stroke="#7FC8CB" opacity={0.3} />
      <Mark />
      <h1>{status.facility?.name[language] ?? t('common.product')}</h1>
      <p>{status.label === '' ? role : t('common.place', { role, label: status.label })}</p>
      <BadgePicture />
      <p className="lead">{t('common.unlock.lead')}</p>
      {kept === null || kept === undefined ? null : <p>{kept}</p>}
      <p className="foot">{t('common.unlock.offline')}</p>
    </section>
  )
}

/** Who is at this desk, and their PIN; by keypad, keyboard or touch. */
export function Unlock({ hims, status, now, onLanguage, kept }: Props) {
  const { t, language } = useText()
  const { state, dispatch, submit } = useUnlocking(hims, now)
  const next = languages[(languages.indexOf(language) + 1) % languages.length] ?? 'en'
  const digits = Array.from('0123456789', (digit) => [digit, () => dispatch({ kind: 'digit', digit })] as const)
  // Digits reach the PIN wherever the focus was when the page was locked.
  useHotkeys({
    ...Object.fromEntries(digits),
    Backspace: () => dispatch({ kind: 'erased' }),
    Enter: () => void submit(),
    F7: () => onLanguage(next),
  })
  return (
    <div className="page">
      <main className="unlock">
        <div className="halves">
          <Welcome status={status} kept={kept ?? null} />
          <section className="doing">
            <Operators state={state} dispatch={dispatch} />
            <div className="stack">
              <PinBox pin={state.pin} onType={(pin) => dispatch({ kind: 'typed', pin })} />
              <UnlockTold told={state.told} now={now} />
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
        </div>
        <StatusBar status={status} now={now} />
      </main>
    </div>
  )
}
