import { useState } from 'react'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'

import type { TerminalStatus } from '../../../contract/shell.ts'
import { useText } from '../../text/use-text.tsx'
import { answered } from '../ask.ts'
import type { StaffBridge } from '../bridge.ts'
import { ActionButton } from '../button.tsx'
import { keyName } from '../hotkey.ts'
import { StateShape } from '../icon/state-shape.tsx'
import type { Told } from '../unlock-state.ts'
import { UnlockTold } from '../unlock-told.tsx'
import { useAnswer } from '../use-answer.ts'
import { useKeysAbove } from '../use-hotkeys.ts'
import { nobodyYet, readySecond, secondPeople, SecondPerson } from './second-person.tsx'

interface PinProps {
  readonly hims: StaffBridge
  readonly now: Date
  readonly onClose: () => void
}

function WordForm({ hims, now, onClose }: PinProps) {
  const { t } = useText()
  const [second, setSecond] = useState(nobodyYet)
  const [told, setTold] = useState<Told>({ kind: 'nothing' })
  const people = secondPeople(useAnswer('', () => hims.ask['session.supervisors']({})))
  const ready = readySecond(second)
  const submit = async () => {
    if (ready === null || told.kind === 'checking') return
    setTold({ kind: 'checking' })
    const answer = await answered(hims.ask['session.vouch']({ supervisor: ready.id, pin: ready.pin }))
    setSecond({ ...second, pin: '' })
    if (!answer.ok) setTold({ kind: 'fault', refusal: answer.problem })
    else if (answer.value.kind === 'unlocked') onClose()
    else setTold(answer.value)
  }
  useKeysAbove((event) => {
    const name = keyName(event)
    if (name === 'Escape') onClose()
    else if (name === 'Enter') void submit()
    else return 'for-field'
    return true
  })
  return (
    <>
      <h2>{t('staff.word.ask')}</h2>
      <p>{t('staff.word.lead')}</p>
      <SecondPerson
        hims={hims}
        people={people}
        label={t('staff.supervisor.who')}
        nobody={t('staff.word.nobody')}
        second={second}
        focus
        onChange={setSecond}
      />
      <UnlockTold told={told} now={now} />
      <div className="row wrap">
        {ready === null ? null : (
          <ActionButton kind="go" cap="Enter" onPress={() => void submit()}>
            {t('staff.word.give')}
          </ActionButton>
        )}
        <ActionButton cap="Esc" onPress={onClose}>
          {t('staff.actions.close')}
        </ActionButton>
      </div>
    </>
  )
}

interface Props {
  readonly hims: StaffBridge
  readonly status: TerminalStatus
  readonly now: Date
}

/** A supervisor's PIN for the next deed that only they may do, without anybody leaving their place. */
export function SupervisorKey({ hims, status: { session }, now }: Props) {
  const { t } = useText()
  const [isOpen, setOpen] = useState(false)
  if (session.kind === 'unlocked' && session.word !== undefined)
    return (
      <output className="row tight word-given">
        <StateShape kind="ok" />
        <span>{t('staff.word.given', { name: session.word.name })}</span>
      </output>
    )
  return (
    <>
      <ActionButton kind="bare" cap="Alt 9" onPress={() => setOpen(true)}>
        {t('staff.word.ask')}
      </ActionButton>
      <ModalOverlay className="palette-ground" isOpen={isOpen} isDismissable onOpenChange={setOpen}>
        <Modal className="palette">
          <Dialog aria-label={t('staff.word.ask')}>
            <WordForm hims={hims} now={now} onClose={() => setOpen(false)} />
          </Dialog>
        </Modal>
      </ModalOverlay>
    </>
  )
}
