import type { EditView } from '../../../contract/family.ts'
import { Source } from '../../../domain/person/person-change.ts'
import type { Person } from '../../../domain/person/person.ts'
import { useText } from '../../text/use-text.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { dayOf, dayText } from '../../ui/format.ts'
import { latest, useAnswer } from '../../ui/use-answer.ts'
import { Written } from '../../ui/written.tsx'
import type { DeskBridge } from '../desk-bridge.ts'
import { ChangeList } from './change-list.tsx'

interface Props {
  readonly hims: DeskBridge
  readonly person: Person
}

function Edit({ edit }: { readonly edit: EditView }) {
  const { t, list } = useText()
  const source = Source.safeParse(edit.source)
  const how = source.success ? t(`merge.history.source.${source.data}`) : ''
  const said = [
    dayText(t, dayOf(new Date(edit.at))),
    t(edit.here ? 'merge.history.here' : 'merge.history.elsewhere'),
    how,
  ].filter((part) => part !== '')
  return (
    <li className="edit">
      <p className="edit-who">
        <b>
          <Written text={edit.by ?? t('merge.history.somebody')} />
        </b>{' '}
        <span className="meta muted">{list(said)}</span>
      </p>
      <ChangeList change={edit} onBack={null} />
    </li>
  )
}

/** What was corrected of somebody before: who, when, where, how it was known, and what it was. */
export function HistoryList({ hims, person }: Props) {
  const { t } = useText()
  const answer = useAnswer(person.id, () => hims.ask['person.history']({ personId: person.id }))
  const edits = latest(answer)
  return (
    <section className="history">
      <h2 className="change-head">{t('merge.history.title')}</h2>
      {answer.kind === 'refused' ? <FaultNote refusal={answer.refusal} /> : null}
      {edits?.length === 0 ? <p className="likely-none muted">{t('merge.history.none')}</p> : null}
      <ul>
        {(edits ?? []).map((edit) => (
          <Edit key={edit.id} edit={edit} />
        ))}
      </ul>
      <p className="likely-none meta muted">
        {t('merge.history.registered', { when: dayText(t, dayOf(new Date(person.registeredAt))) })}
      </p>
    </section>
  )
}
