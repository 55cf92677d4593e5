import { useState } from 'react'

import type { PersonHit } from '../../../contract/desk.ts'
import { useText } from '../../text/use-text.tsx'
import { ActionButton } from '../../ui/button.tsx'
import { answered } from '../../ui/ask.ts'
import { Note } from '../../ui/note.tsx'
import { nobodyYet, readySecond, secondPeople, SecondPerson } from '../../ui/session/second-person.tsx'
import { useAnswer } from '../../ui/use-answer.ts'
import { useHotkeys } from '../../ui/use-hotkeys.ts'
import type { DeskAnswer, DeskBridge } from '../desk-bridge.ts'

interface Props {
  readonly hims: DeskBridge
  /** Who is nearly certainly the same person. */
  readonly hits: readonly PersonHit[]
  /** A supervisor has put their PIN to it. */
  readonly onWord: () => void
}

type Said = Exclude<DeskAnswer<'session.vouch'>, { readonly kind: 'unlocked' }>

/** Somebody nearly certainly here already is registered again only when a supervisor stands by. */
export function SupervisorWord({ hims, hits, onWord }: Props) {
  const { t, list } = useText()
  const [second, setSecond] = useState(nobodyYet)
  const [said, setSaid] = useState<Said | null>(null)
  const people = secondPeople(useAnswer('supervisors', () => hims.ask['session.supervisors']({})))
  const vouch = async () => {
    const ready = readySecond(second)
    if (ready === null) return
    const answer = await answered(hims.ask['session.vouch']({ supervisor: ready.id, pin: ready.pin }))
    if (!answer.ok) return
    if (answer.value.kind === 'unlocked') return onWord()
    setSaid(answer.value)
    setSecond({ ...second, pin: '' })
  }
  useHotkeys({ F7: () => void vouch() })
  return (
    <div className="likely supervisor-word">
      <Note kind="stop" title={t('register.certain')}>
        <p className="meta">
          {t('register.certain.why', { names: list(hits.map(({ person }) => person.name.latin)) })}
        </p>
      </Note>
      <SecondPerson
        hims={hims}
        people={people}
        label={t('staff.supervisor.who')}
        nobody={t('register.certain.nobody')}
        second={second}
        onChange={setSecond}
      />
      {said === null ? null : (
        <p className="problem-line">
          {said.kind === 'wrong' ? t('register.pin.wrong', { count: said.triesLeft }) : t('register.pin.wait')}
        </p>
      )}
      <ActionButton cap="F7" onPress={() => void vouch()}>
        {t('register.certain.go')}
      </ActionButton>
    </div>
  )
}
