import type { PersonHit } from '../../../contract/desk.ts'
import type { PersonDraft } from '../../../domain/person/person.ts'
import { useText } from '../../text/use-text.tsx'
import { ActionButton } from '../../ui/button.tsx'
import { ageSaid, dayText } from '../../ui/format.ts'
import { Icon } from '../../ui/icon/icon.tsx'
import { Note } from '../../ui/note.tsx'
import { PersonNameText } from '../../ui/person-name-text.tsx'
import { Written } from '../../ui/written.tsx'
import type { DepartmentNames } from '../department-name.ts'
import { compare } from './compare.ts'

interface TableProps {
  readonly draft: PersonDraft
  readonly hit: PersonHit
}

const tones = { same: 'ok', close: 'ok', different: 'care' } as const

function CompareTable({ draft, hit }: TableProps) {
  const { t } = useText()
  return (
    <table className="compare">
      <thead>
        <tr>
          <th scope="col">
            <span className="spoken-only">{t('desk.likely.field')}</span>
          </th>
          <th scope="col">{t('desk.likely.typed')}</th>
          <th scope="col">{t('desk.likely.recorded')}</th>
          <th scope="col">
            <span className="spoken-only">{t('desk.likely.match')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {compare(t, draft, hit).map(({ field, typed, recorded, match }) => (
          <tr key={field}>
            <th scope="row">{t(`common.field.${field}`)}</th>
            <td>
              <Written text={typed} />
            </td>
            <td>
              <Written text={recorded} />
            </td>
            <td className={match === null ? '' : tones[match]}>
              {match === null ? null : (
                <>
                  <Icon name={match} />
                  <span className="spoken-only">{t(`desk.likely.${match}`)}</span>
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface LikelyProps extends TableProps {
  readonly others: number
  readonly departmentName: DepartmentNames
  /** Saving was held back until somebody has looked. */
  readonly asked: boolean
  readonly onSame: () => void
  readonly onElse: () => void
}

/** Somebody here looks like the person being typed: the two side by side, and a choice that waits. */
export function LikelyPerson({ draft, hit, others, departmentName, asked, onSame, onElse }: LikelyProps) {
  const { t } = useText()
  const { person, lastVisit } = hit
  return (
    <div className="likely">
      <Note kind="care" title={t('desk.likely.question')}>
        <p className="meta">{t(asked ? 'desk.likely.asked' : 'desk.likely.compare', { count: others + 1 })}</p>
      </Note>
      <div className="row likely-head">
        <PersonNameText name={person.name} />
        <span className="grow" />
        {lastVisit === null ? null : (
          <span className="muted meta tight">
            {t('desk.likely.last', { day: dayText(t, lastVisit.on) })}
            <br />
            {departmentName(lastVisit.department)}
          </span>
        )}
      </div>
      <CompareTable draft={draft} hit={hit} />
      <div className="stack likely-choice">
        <ActionButton cap="F7" onPress={onSame}>
          {t('desk.likely.same-person')}
        </ActionButton>
        <ActionButton cap="F8" onPress={onElse}>
          {t('desk.likely.someone-else')}
        </ActionButton>
      </div>
    </div>
  )
}

interface PhoneProps {
  readonly hits: readonly PersonHit[]
  readonly today: string
}

/** Who else uses the phone that was typed. */
export function PhoneFamily({ hits, today }: PhoneProps) {
  const { t } = useText()
  if (hits.length === 0) return null
  return (
    <div className="phone-family">
      <h2 className="heading">{t('desk.likely.phone')}</h2>
      <ul>
        {hits.map(({ person }) => {
          const age = ageSaid(person.birth, today)
          return (
            <li key={person.id}>
              <Written className="grow" text={person.name.latin} />
              <span className="muted">{t(`common.age.${age.unit}`, { count: age.count })}</span>
              <span className="muted">{t(`common.sex.${person.sex}`)}</span>
              <Written className="muted" text={person.address.locality} />
            </li>
          )
        })}
      </ul>
    </div>
  )
}
