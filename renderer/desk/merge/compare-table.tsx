import type { MergeSide } from '../../../contract/merge.ts'
import { groupsOf } from '../../../domain/person/person-group.ts'
import { personGroups } from '../../../domain/person/person-change.ts'
import type { PersonGroup } from '../../../domain/person/person-change.ts'
import type { PersonId } from '../../../domain/id.ts'
import { useText } from '../../text/use-text.tsx'
import { dayOf, dayText } from '../../ui/format.ts'
import { Icon } from '../../ui/icon/icon.tsx'
import { KeyCap } from '../../ui/key-cap.tsx'
import { Written } from '../../ui/written.tsx'
import { groupText } from './group-text.ts'

interface Props {
  readonly one: MergeSide
  readonly other: MergeSide
  readonly differs: readonly PersonGroup[]
  /** The record that is kept; null where nothing is chosen between them. */
  readonly kept: PersonId | null
  readonly onKeep?: (id: PersonId) => void
}

const papers = ['allergies', 'prescriptions', 'visits', 'cards'] as const

/** The language somebody is spoken to in says nothing of who they are. */
const telling = personGroups.filter((group) => group !== 'language')

interface HeadProps {
  readonly side: MergeSide
  readonly cap: string
  readonly kept: PersonId | null
  readonly onKeep: ((id: PersonId) => void) | undefined
}

function Head({ side: { person }, cap, kept, onKeep }: HeadProps) {
  const { t } = useText()
  const registered = t('merge.registered', { day: dayText(t, dayOf(new Date(person.registeredAt))) })
  if (onKeep === undefined) {
    return (
      <th scope="col">
        <span className="record">{t('merge.record', { number: cap })}</span>
        <span className="meta muted">{registered}</span>
      </th>
    )
  }
  const chosen = kept === person.id
  return (
    <th scope="col" className={chosen ? 'kept' : ''}>
      <label className="keep">
        <input type="radio" name="kept" checked={chosen} onChange={() => onKeep(person.id)} />
        <KeyCap name={cap} />
        <span className="record">{t(chosen ? 'merge.keep.this' : 'merge.keep')}</span>
      </label>
      <span className="meta muted">{registered}</span>
    </th>
  )
}

/** Two records row by row, what differs marked by shape and word, and the papers of each counted. */
export function CompareTable({ one, other, differs, kept, onKeep }: Props) {
  const spoken = useText()
  const { t } = spoken
  const [left, right] = [groupsOf(one.person), groupsOf(other.person)]
  const shown = telling
    .map((group) => ({ group, one: groupText(spoken, group, left), other: groupText(spoken, group, right) }))
    .filter((row) => row.one !== '' || row.other !== '')
  const version = (text: string, id: PersonId) => (
    <td className={kept === id ? 'kept' : ''}>
      {text === '' ? <span className="muted">{t('merge.unknown')}</span> : <Written text={text} />}
    </td>
  )
  return (
    <table className="merge-table">
      <thead>
        <tr>
          <th scope="col">
            <span className="spoken-only">{t('desk.likely.field')}</span>
          </th>
          <Head side={one} cap="1" kept={kept} onKeep={onKeep} />
          <Head side={other} cap="2" kept={kept} onKeep={onKeep} />
          <th scope="col">
            <span className="spoken-only">{t('desk.likely.match')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {shown.map((row) => (
          <tr key={row.group} className={differs.includes(row.group) ? 'differs' : 'same'}>
            <th scope="row">{t(`merge.group.${row.group}`)}</th>
            {version(row.one, one.person.id)}
            {version(row.other, other.person.id)}
            <td className="mark">
              {differs.includes(row.group) ? (
                <>
                  <Icon name="different" />
                  <span className="spoken-only">{t('desk.likely.different')}</span>
                </>
              ) : (
                <span className="spoken-only">{t('desk.likely.same')}</span>
              )}
            </td>
          </tr>
        ))}
        {papers.map((paper) => (
          <tr key={paper} className="papers">
            <th scope="row">{t(`merge.papers.${paper}`)}</th>
            {[one, other].map((side) => (
              <td key={side.person.id} className={kept === side.person.id ? 'kept' : ''}>
                <span className="num">{side[paper]}</span>
              </td>
            ))}
            <td>
              <span className="spoken-only">
                {t(one[paper] === other[paper] ? 'desk.likely.same' : 'desk.likely.different')}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
