import { useState } from 'react'

import type { Colleague } from '../../../contract/shell.ts'
import { useText } from '../../text/use-text.tsx'
import { answered } from '../ask.ts'
import type { StaffBridge } from '../bridge.ts'
import { ActionButton } from '../button.tsx'
import { Keypad } from '../pin-pad.tsx'
import { UnlockTold } from '../unlock-told.tsx'
import { typedPin } from '../unlock-state.ts'
import type { Told } from '../unlock-state.ts'
import { useAnswer } from '../use-answer.ts'
import { useHotkeys } from '../use-hotkeys.ts'
import { nobodyYet, readySecond, secondPeople, SecondPerson } from './second-person.tsx'

interface Props {
  readonly hims: StaffBridge
  /** Whose wrong tries are taken back. */
  readonly who: Colleague
  readonly now: Date
  readonly onDone: () => void
  readonly onBack: () => void
}

/** Ends somebody's waiting time with a supervisor's own PIN. */
export function Forgive({ hims, who, now, onDone, onBack }: Props) {
  const { t } = useText()
  const [second, setSecond] = useState(nobodyYet)
  const [told, setTold] = useState<Told>({ kind: 'nothing' })
  const all = secondPeople(useAnswer(who.id, () => hims.ask['session.supervisors']({})))
  const others = typeof all === 'string' ? all : (all?.filter(({ id }) => id !== who.id) ?? null)
  const type = (pin: string) => setSecond({ ...second, pin: typedPin(pin) })
  const submit = async () => {
    const ready = readySecond(second)
    if (ready === null || told.kind === 'checking') return
    setTold({ kind: 'checking' })
    const asked = { operator: who.id, supervisor: ready.id, pin: ready.pin }
    const answer = await answered(hims.ask['session.forgive'](asked))
    setSecond({ ...second, pin: '' })
    if (!answer.ok) setTold({ kind: 'fault', refusal: answer.problem })
    else if (answer.value.kind === 'unlocked') onDone()
    else setTold(answer.value)
  }
  const digits = Array.from('0123456789', (digit) => [digit, () => type(second.pin + digit)] as const)
  useHotkeys({
    ...(second.id === null ? {} : Object.fromEntries(digits)),
    Backspace: () => type(second.pin.slice(0, -1)),
    Enter: () => void submit(),
    Escape: onBack,
  })
  return (
    <section className="doing" aria-label={t('staff.forgive')}>
      <h2>{t('staff.forgive')}</h2>
      <p>{t('staff.forgive.lead', { name: who.name })}</p>
      <SecondPerson
        hims={hims}
        people={others}
        label={t('staff.supervisor.who')}
        nobody={t('staff.forgive.none')}
        second={second}
        focus
        onChange={setSecond}
      />
      <UnlockTold told={told} now={now} />
      <div className="keypad-line">
        {second.id === null ? null : (
          <Keypad
            onDigit={(digit) => type(second.pin + digit)}
            onErase={() => type(second.pin.slice(0, -1))}
            onEnter={() => void submit()}
          />
        )}
        <ActionButton cap="Esc" onPress={onBack}>
          {t('staff.actions.close')}
        </ActionButton>
      </div>
    </section>
  )
}
