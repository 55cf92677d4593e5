import { useEffect, useRef, useState } from 'react'

import type { EmergencyBlock } from '../../../domain/card/card-core.ts'
import { MOST_CODES } from '../../../domain/card/card-core.ts'
import { emergencyKinds, emergencyTerms } from '../../../domain/person/emergency-term.ts'
import type { EmergencyKind } from '../../../domain/person/emergency-term.ts'
import { useText } from '../../text/use-text.tsx'
import { ActionButton } from '../../ui/button.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { emergencyText } from '../../ui/emergency-text.ts'
import { Field } from '../../ui/field.tsx'
import { contactProblem, isUnderWay } from './emergency-contact.ts'

interface Props {
  readonly told: EmergencyBlock
  /** Allergies that are on record: they stand on the card without being told. */
  readonly recorded: readonly number[]
  /** How often a card was wanted while something here kept it from being made. */
  readonly asked: number
  readonly onChange: (told: EmergencyBlock) => void
}

/** The most of one kind that the format holds. */
const MOST_OF_KIND = 8

/** What the person says for an emergency: taken from a list, so that every terminal can say it in its language. */
export function EmergencyForm({ told, recorded, asked, onChange }: Props) {
  const { t, list } = useText()
  const codes = recorded.length + told.allergies.length + told.conditions.length + told.medicines.length
  const full = codes >= MOST_CODES
  return (
    <section className="emergency-form" aria-label={t('cards.emergency')}>
      <p className="meta muted">{t('cards.emergency.about')}</p>
      {recorded.length === 0 ? null : (
        <p className="meta">
          {t('cards.emergency.recorded', { list: list(recorded.map((code) => emergencyText(t, code))) })}
        </p>
      )}
      {emergencyKinds.map((kind) => (
        <KindOf key={kind} kind={kind} told={told} recorded={recorded} full={full} onChange={onChange} />
      ))}
      {full ? <p className="meta">{t('cards.emergency.full')}</p> : null}
      <ContactField contact={told.contact ?? ''} asked={asked} onChange={(contact) => onChange({ ...told, contact })} />
    </section>
  )
}

interface KindProps extends Omit<Props, 'asked'> {
  readonly kind: EmergencyKind
  readonly full: boolean
}

function KindOf({ kind, told, recorded, full, onChange }: KindProps) {
  const { t } = useText()
  const chosen = told[kind]
  const known = kind === 'allergies' ? recorded.length : 0
  const put = (codes: number[]) => onChange({ ...told, [kind]: codes })
  const choices = emergencyTerms
    .filter((term) => term.kind === kind && !chosen.includes(term.code) && !recorded.includes(term.code))
    .map(({ code }) => ({ value: String(code), label: emergencyText(t, code) }))
  return (
    <div className="emergency-kind">
      <ChoiceField
        label={t(`cards.emergency.${kind}`)}
        empty={t('cards.emergency.choose')}
        choices={full || chosen.length + known >= MOST_OF_KIND ? [] : choices}
        value={null}
        onChange={(code) => put([...chosen, Number(code)])}
      />
      {chosen.length === 0 ? null : (
        <div className="row wrap">
          {chosen.map((code) => (
            <ActionButton key={code} onPress={() => put(chosen.filter((each) => each !== code))}>
              {t('cards.emergency.remove', { name: emergencyText(t, code) })}
            </ActionButton>
          ))}
        </div>
      )}
    </div>
  )
}

interface ContactProps {
  /** As it was typed: it goes on a card once it is a number. */
  readonly contact: string
  /** Somebody wanted the card: what keeps it from being made is said at once, and the box asked for. */
  readonly asked: number
  readonly onChange: (contact: string) => void
}

/** An Indian mobile number. While it is being typed nothing is wrong; what it lacks is said as soon as it is left. */
function ContactField({ contact, asked, onChange }: ContactProps) {
  const { t } = useText()
  const box = useRef<HTMLInputElement>(null)
  const [left, setLeft] = useState(false)
  useEffect(() => {
    if (asked > 0) box.current?.focus()
  }, [asked])
  const problem = contactProblem(contact)
  const isSaid = left || asked > 0 || !isUnderWay(contact)
  return (
    <Field
      ref={box}
      label={t('cards.emergency.contact')}
      value={contact}
      onChange={(typed) => {
        setLeft(false)
        onChange(typed)
      }}
      onBlur={() => setLeft(true)}
      numeric
      maxLength={16}
      problem={problem === null || !isSaid ? null : t(problem.id, problem.values)}
    />
  )
}
