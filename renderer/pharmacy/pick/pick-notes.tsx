import type { ReactNode } from 'react'

import type { Person } from '../../../domain/person/person.ts'
import { directionOf } from '../../../domain/language.ts'
import type { Language } from '../../../domain/language.ts'
import { textIn } from '../../../domain/text/catalogue.ts'
import { useText } from '../../text/use-text.tsx'
import { momentText } from '../../ui/format.ts'
import { Note } from '../../ui/note.tsx'
import { doseText, foodText, medicineText, quantityText } from './dose-text.ts'
import type { Plan } from './plan.ts'

/** A line that is not here to give; what is unsafe to give stands among the alerts. */
function AwayNote({
  plan,
  at,
  stop,
}: {
  readonly plan: Plan
  readonly at: number
  readonly stop: 'no-right' | 'no-stock'
}) {
  const { t } = useText()
  const values = { row: at + 1, medicine: medicineText(plan.line.medicine) }
  return (
    <Note kind={stop === 'no-right' ? 'wait' : 'stop'} title={t(`pharmacy.stop.${stop}.why`, values)}>
      <p className="meta">{t(`pharmacy.stop.${stop}.next`, values)}</p>
    </Note>
  )
}

/** Where a patient can be sent for what is short here, and as of when that is known. */
function ElsewhereLine({ plan, asOf, now }: { readonly plan: Plan } & Pick<Props, 'asOf' | 'now'>) {
  const { t, list, language } = useText()
  const { medicine, elsewhere = [] } = plan.line
  if (elsewhere.length === 0 || asOf === null) return null
  const places = elsewhere.map(({ name, units }) => `${name[language]} ${quantityText(t, medicine.form, units)}`)
  const values = { medicine: medicine.name, places: list(places) }
  return <p>{t('safety.elsewhere', { ...values, time: momentText(t, new Date(asOf), now) })}</p>
}

interface Props {
  readonly plans: readonly Plan[]
  /** When this terminal last took everything HIMS had. */
  readonly asOf: string | null
  readonly now: Date
  /** Whether it is said elsewhere where the right is. */
  readonly isRightTold: boolean
  readonly children?: ReactNode
}

/** Why some lines stay here, and what is owed afterwards; nothing when all is given. */
export function PickNotes({ plans, asOf, now, isRightTold, children }: Props) {
  const { t, list } = useText()
  const owed = plans.filter((plan) => plan.owed > 0)
  const amounts = owed.map(
    ({ line: { medicine }, owed: count }) => `${medicine.name} ${quantityText(t, medicine.form, count)}`,
  )
  return (
    <div className="pick-notes">
      {children}
      {plans.map((plan, at) =>
        plan.stop === 'no-stock' || (plan.stop === 'no-right' && !isRightTold) ? (
          <AwayNote key={plan.line.item.id} plan={plan} at={at} stop={plan.stop} />
        ) : null,
      )}
      {owed.length === 0 ? null : (
        <Note kind="wait" title={t('pharmacy.owed', { amounts: list(amounts) })}>
          <p className="meta">{t('pharmacy.owed.next')}</p>
          {owed.map((plan) => (
            <ElsewhereLine key={plan.line.item.id} plan={plan} asOf={asOf} now={now} />
          ))}
        </Note>
      )}
    </div>
  )
}

/** The doses of what is given, as they are said over the counter. */
export function spokenDoses(plans: readonly Plan[], language: Language): readonly string[] {
  const t = textIn(language)
  return plans
    .filter(({ give }) => give > 0)
    .map(({ line: { medicine, item } }) => {
      const food = foodText(t, item.dose.food)
      const dose = doseText(t, medicine.form, item.dose)
      return [medicine.name, dose, ...(food === null ? [] : [food])].join(t('paper.comma'))
    })
}

/** What is said to the patient, in the language they speak. */
export function SayLine({ plans, person }: { readonly plans: readonly Plan[]; readonly person: Person }) {
  const { t } = useText()
  const lines = spokenDoses(plans, person.language)
  if (lines.length === 0) return null
  return (
    <div className="say-line">
      <span className="muted">{t('pharmacy.say')}</span>
      <p lang={person.language} dir={directionOf(person.language)}>
        {lines.map((line) => (
          <b key={line}>{line}</b>
        ))}
      </p>
    </div>
  )
}
