import { useState } from 'react'

import type { EmergencyBlock } from '../../../domain/card/card-core.ts'
import { MOST_CODES } from '../../../domain/card/card-core.ts'
import { emergencyKinds, emergencyTerms } from '../../../domain/person/emergency-term.ts'
import type { EmergencyKind } from '../../../domain/person/emergency-term.ts'
import { useText } from '../../text/use-text.tsx'
import { ActionButton } from '../../ui/button.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { emergencyText } from '../../ui/emergency-text.ts'
import { Field } from '../../ui/field.tsx'

interface Props {
  readonly told: EmergencyBlock
  /** Allergies that are on record: they stand on the card without being told. */
  readonly recorded: readonly number[]
  readonly onChange: (told: EmergencyBlock) => void
}

/** The most of one kind that the format holds. */
const MOST_OF_KIND = 8

/** What the person says for an emergency: taken from a list, so that every terminal can say it in its language. */
export function EmergencyForm({ told, recorded, onChange }: Props) {
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
      <ContactField contact={told.contact} onChange={(contact) => onChange({ ...told, contact })} />
    </section>
  )
}

interface KindProps extends Props {
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
  readonly contact: string | null
  readonly onChange: (contact: string | null) => void
}

/** An Indian mobile number; what is not one yet stands here and goes on no card. */
function ContactField({ contact, onChange }: ContactProps) {
  const { t } = useText()
  const [text, setText] = useState(contact ?? '')
  const read = (typed: string) => typed.replaceAll(/[\s-]/g, '').replace(/^(?:\+91|0)(?=\d{10}$)/, '')
  const isNumber = (digits: string) => /^[6-9]\d{9}$/.test(digits)
  const digits = read(text)
  const wrong = digits.length >= 10 && !isNumber(digits)
  return (
    <Field
      label={t('cards.emergency.contact')}
      value={text}
      onChange={(typed) => {
        setText(typed)
        onChange(isNumber(read(typed)) ? read(typed) : null)
      }}
      numeric
      maxLength={16}
      problem={wrong ? t('cards.emergency.contact.wrong') : null}
    />
  )
}
