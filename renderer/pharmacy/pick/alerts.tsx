import type { ReactNode } from 'react'

import { needsReason } from '../../../domain/pharmacy/warning.ts'
import type { Text } from '../../../domain/text/catalogue.ts'
import { useText } from '../../text/use-text.tsx'
import { groupText } from '../../ui/allergy-text.ts'
import { StateShape } from '../../ui/icon/state-shape.tsx'
import { medicineText } from './dose-text.ts'
import type { Plan } from './plan.ts'
import { warningTold } from './warning-notes.tsx'

interface Alert {
  readonly key: string
  readonly kind: 'stop' | 'care'
  readonly title: string
  /** What is said once its line is the chosen one. */
  readonly more: readonly string[]
}

function stopAlert(t: Text, { stop, line }: Plan, row: number, doctor: string): readonly Alert[] {
  if (stop !== 'allergy' && stop !== 'expired' && stop !== 'held') return []
  const group = groupText(t, line.allergies[0]?.group ?? '')
  const values = { row, medicine: medicineText(line.medicine), group, doctor }
  const more = [t(`pharmacy.stop.${stop}.next`, values)]
  return [{ key: `${line.item.id} ${stop}`, kind: 'stop', title: t(`pharmacy.stop.${stop}.why`, values), more }]
}

const warningAlerts = (t: Text, { line, give }: Plan, row: number): readonly Alert[] =>
  give === 0
    ? []
    : line.warnings.map((warning) => {
        const { title, effect, when, source } = warningTold(t, warning, medicineText(line.medicine), row)
        const isStop = needsReason(warning)
        return {
          key: `${line.item.id} ${warning.kind === 'duplicate' ? 'duplicate' : warning.id} ${warning.other.code}`,
          kind: isStop ? 'stop' : 'care',
          title,
          more: [effect, when, source].filter((part) => part !== null),
        }
      })

const gravestFirst = (one: Alert, other: Alert): number => Number(other.kind === 'stop') - Number(one.kind === 'stop')

/** Alerts of one line, gravest first. */
const alertsOf = (t: Text, plan: Plan, row: number, doctor: string): readonly Alert[] =>
  [...stopAlert(t, plan, row, doctor), ...warningAlerts(t, plan, row)].toSorted(gravestFirst)

const AlertLine = ({ alert, isOpen }: { readonly alert: Alert; readonly isOpen: boolean }) => (
  <li className={`alert ${alert.kind}`}>
    <StateShape kind={alert.kind} />
    <p>
      <b>{alert.title}</b> {isOpen ? alert.more.join(' ') : null}
    </p>
  </li>
)

interface Props {
  readonly plans: readonly Plan[]
  readonly selected: number
  readonly prescriber: string
  /** What went wrong when it was last given. */
  readonly children: ReactNode
}

/** What speaks against giving, always in sight above the button that gives: the chosen line's own first and in full. */
export function Alerts({ plans, selected, prescriber, children }: Props) {
  const { t } = useText()
  const each = plans.map((plan, at) => alertsOf(t, plan, at + 1, prescriber))
  const own = each[selected] ?? []
  const others = each.flatMap((alerts, at) => (at === selected ? [] : alerts)).toSorted(gravestFirst)
  if (own.length + others.length === 0 && children === null) return null
  return (
    // A region that scrolls must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="alerts" tabIndex={0} aria-label={t('safety.alerts')}>
      {children}
      <output>
        <ul>
          {own.map((alert) => (
            <AlertLine key={alert.key} alert={alert} isOpen />
          ))}
          {others.map((alert) => (
            <AlertLine key={alert.key} alert={alert} isOpen={false} />
          ))}
        </ul>
      </output>
    </section>
  )
}
