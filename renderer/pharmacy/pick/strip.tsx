import type { Allergy } from '../../../domain/person/allergy.ts'
import { unreachable } from '../../../domain/result.ts'
import type { Text } from '../../../domain/text/catalogue.ts'
import { useText } from '../../text/use-text.tsx'
import { groupText } from '../../ui/allergy-text.ts'
import { AgeMark } from '../../ui/age-mark.tsx'
import { dayText, momentText } from '../../ui/format.ts'
import { StateShape } from '../../ui/icon/state-shape.tsx'
import { PersonNameText } from '../../ui/person-name-text.tsx'
import type { List } from '../pharmacy-bridge.ts'
import { medicineText } from './dose-text.ts'

interface Props {
  readonly list: List
  readonly written: List['prescriptions'][number]
  readonly now: Date
  readonly today: string
  /** The department's name by its code. */
  readonly departmentName: (code: string) => string
}

function noted(t: Text, allergy: Allergy): string {
  const day = dayText(t, allergy.notedOn)
  switch (allergy.verification) {
    case 'confirmed':
      return t('pharmacy.allergy.confirmed', { day })
    case 'unconfirmed':
      return t('pharmacy.allergy.told', { day })
    default:
      return unreachable(allergy.verification)
  }
}

/** What was given on the last day that anything was. */
function Fills({ fills }: Pick<List, 'fills'>) {
  const { t, list } = useText()
  const day = fills[0]?.day
  if (day === undefined) return null
  const what = fills
    .filter((fill) => fill.day === day)
    .map(({ medicine, quantity }) => `${medicineText(medicine)} × ${quantity}`)
  return <p className="meta">{t('safety.fills', { day: dayText(t, day), what: list(what) })}</p>
}

function Allergies({ allergies, fills }: Pick<List, 'allergies' | 'fills'>) {
  const { t } = useText()
  if (allergies.length === 0) {
    return (
      <div className="allergy-none">
        <StateShape kind="ok" />
        <div>
          <span>{t('pharmacy.allergy.none')}</span>
          <Fills fills={fills} />
        </div>
      </div>
    )
  }
  return (
    <div className="note stop allergies">
      <StateShape kind="stop" size="large" />
      <div className="body">
        <b>{t('pharmacy.allergy', { groups: allergies.map(({ group }) => groupText(t, group)).join(' · ') })}</b>
        {allergies.map((allergy) => (
          <p key={allergy.id} className="meta">
            {allergies.length > 1 ? `${groupText(t, allergy.group)}: ` : ''}
            {noted(t, allergy)}
          </p>
        ))}
        <Fills fills={fills} />
      </div>
    </div>
  )
}

/** Who it is for, what they must not have, and who ordered it. */
export function Strip({ list, written, now, today, departmentName }: Props) {
  const { t } = useText()
  const { prescription } = written
  return (
    <header className="strip">
      <div className="strip-person">
        <AgeMark birth={list.person.birth} sex={list.person.sex} today={today} />
        <h1>
          <PersonNameText name={list.person.name} />
        </h1>
      </div>
      <Allergies allergies={list.allergies} fills={list.fills} />
      <div className="strip-written">
        <span className="meta">
          {t('pharmacy.prescription', { moment: momentText(t, new Date(prescription.writtenAt), now) })}
        </span>
        <b>
          <bdi lang="en">{prescription.prescriber}</bdi>
        </b>
        <span className="meta">
          {[departmentName(prescription.department), t('pharmacy.medicines', { count: prescription.items.length })]
            .filter((part) => part !== '')
            .join(' · ')}
        </span>
      </div>
    </header>
  )
}
