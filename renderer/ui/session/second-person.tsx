import type { Refusal } from '../../../contract/channel.ts'
import type { Colleague } from '../../../contract/shell.ts'
import type { OperatorId } from '../../../domain/id.ts'
import { useText } from '../../text/use-text.tsx'
import { Choice } from '../choice.tsx'
import { FaultNote } from '../fault-note.tsx'
import { Note } from '../note.tsx'
import { PinBox } from '../pin-pad.tsx'
import { latest } from '../use-answer.ts'
import type { Answer } from '../use-answer.ts'
import { PIN_LEAST, typedPin } from '../unlock-state.ts'
import { useBadge } from './use-badge.ts'
import type { BadgeBridge } from './use-badge.ts'

/** Somebody else at this desk, and what they have typed of their PIN. */
export interface Second {
  readonly id: OperatorId | null
  readonly pin: string
}

export const nobodyYet: Second = { id: null, pin: '' }

/** Who may now be asked about, with a whole PIN. */
export const readySecond = ({ id, pin }: Second): { readonly id: OperatorId; readonly pin: string } | null =>
  id === null || pin.length < PIN_LEAST ? null : { id, pin }

/** Who can be asked; null while they are looked up, and why where they could not be. */
export type SecondPeople = readonly Colleague[] | Refusal | null

export const secondPeople = (answer: Answer<readonly Colleague[]>): SecondPeople =>
  answer.kind === 'refused' ? answer.refusal : latest(answer)

interface Props {
  readonly hims: BadgeBridge
  readonly people: SecondPeople
  readonly label: string
  /** Said when there is nobody to choose. */
  readonly nobody: string
  readonly second: Second
  readonly focus?: boolean
  readonly onChange: (second: Second) => void
}

/** A second person puts their PIN to something: chosen by name or by their badge, at desk, pharmacy and lock alike. */
export function SecondPerson({ hims, people: asked, label, nobody, second, focus = false, onChange }: Props) {
  const { t } = useText()
  const people = typeof asked === 'string' ? null : asked
  const chosen = people?.find(({ id }) => id === second.id) ?? null
  useBadge(hims, (answer) => {
    if (answer.kind === 'refused') return
    const found = people?.find(({ id }) => id === answer.operator)
    if (found !== undefined) onChange({ id: found.id, pin: '' })
  })
  if (typeof asked === 'string') return <FaultNote refusal={asked} />
  if (people?.length === 0) return <Note kind="stop" title={nobody} />
  return (
    <div className="second-person">
      <Choice
        label={label}
        value={second.id}
        focus={focus}
        choices={(people ?? []).map(({ id, name }) => ({ value: id, text: name }))}
        onChange={(id) => onChange({ id, pin: '' })}
      />
      {chosen === null ? null : (
        <div className="stack">
          <p className="note-size">{t('staff.second.turn', { name: chosen.name })}</p>
          <PinBox
            key={chosen.id}
            label={t('staff.second.pin', { name: chosen.name })}
            pin={second.pin}
            onType={(typed) => onChange({ id: chosen.id, pin: typedPin(typed) })}
            focus={false}
          />
        </div>
      )}
    </div>
  )
}
