import type { ReactNode } from 'react'

import type { PersonHit } from '../../../contract/desk.ts'
import type { TerminalStatus } from '../../../contract/shell.ts'
import { useText } from '../../text/use-text.tsx'
import { ActionButton } from '../../ui/button.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { clockText } from '../../ui/format.ts'
import { KeyCap } from '../../ui/key-cap.tsx'
import { Chip } from '../../ui/chip.tsx'
import { FillingNote } from '../../ui/store-screen.tsx'
import type { DepartmentNames } from '../department-name.ts'
import type { Search } from './use-search.ts'
import { ResultList } from './result-list.tsx'

interface Props {
  readonly search: Search
  readonly status: TerminalStatus
  readonly today: string
  readonly selected: number
  readonly departmentName: DepartmentNames
  readonly hasDraft: boolean
  /** A new form starts from the code that was read. */
  readonly fromCode: boolean
  readonly onChoose: (at: number) => void
  readonly onNew: () => void
  readonly onUnknown: () => void
  /** Everybody who was found is of one phone. */
  readonly household: boolean
  /** Who was found beyond this computer. */
  readonly elsewhere: ReactNode
}

interface HeadProps {
  readonly hits: readonly PersonHit[]
  readonly more: boolean
  readonly household: boolean
}

function Head({ hits, more, household }: HeadProps) {
  const { t } = useText()
  const count = household ? 'register.household' : more ? 'desk.find.count-more' : 'desk.find.count'
  return (
    <div className="list-head">
      <b>{t('desk.find.here')}</b>
      <span className="meta muted">{t(count, { count: hits.length })}</span>
      <span className="grow" />
      <KeyCap name="↑" />
      <KeyCap name="↓" />
    </div>
  )
}

/** While HIMS is away: which people may be missing, and what still proves a card. */
function MissingPeople({ status }: { readonly status: TerminalStatus }) {
  const { t } = useText()
  if (status.link.kind !== 'offline') return null
  const time = clockText(new Date(status.dataAsOf ?? status.link.since))
  return (
    <div className="missing">
      <Chip kind="wait">{t('desk.find.hims-away', { time })}</Chip>
      <p className="meta muted tight">{t('desk.find.may-be-missing', { time })}</p>
    </div>
  )
}

function Idle() {
  const { t } = useText()
  return (
    <div className="idle">
      <h2>{t('desk.find.idle')}</h2>
      <ul className="stack">
        {(['name', 'age', 'guardian', 'phone', 'card'] as const).map((field) => (
          <li key={field} className="row">
            <Chip>{t(`common.field.${field}`)}</Chip>
            <span className="muted">{t(`desk.find.example.${field}`)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

function NothingFound({ query }: { readonly query: string }) {
  const { t } = useText()
  return (
    <div className="idle">
      <h2>{t('desk.find.nothing', { query })}</h2>
      <p className="muted">{t('desk.find.nothing.next')}</p>
    </div>
  )
}

/** Who was found on this computer, what may be missing, and the way to a new person. */
export function ListPanel(props: Props) {
  const { search, status, today, selected, departmentName, hasDraft, fromCode, onChoose, onNew, onUnknown, household } =
    props
  const { t } = useText()
  const { query, hits, more, refusal } = search
  return (
    <section className="panel list-panel" aria-label={t('desk.find.here')}>
      {status.filling ? <FillingNote people={status.people} total={status.peopleTotal} /> : null}
      {refusal === null ? null : <FaultNote refusal={refusal} />}
      {hits.length > 0 ? <Head hits={hits} more={more} household={household} /> : null}
      {query.trim() === '' ? <Idle /> : null}
      {query.trim() !== '' && hits.length === 0 && search.settled ? <NothingFound query={query.trim()} /> : null}
      <div className="scroll found">
        <ResultList
          hits={hits}
          household={household}
          selected={selected}
          today={today}
          departmentName={departmentName}
          onChoose={onChoose}
        />
        {props.elsewhere}
      </div>
      <MissingPeople status={status} />
      <div className="list-foot">
        <ActionButton kind="bare" cap="Ctrl F3" onPress={onUnknown}>
          {t('register.unknown.open')}
        </ActionButton>
        <span className="muted">{hasDraft ? t('desk.find.draft') : t('desk.find.not-here')}</span>
        <ActionButton cap="F3" onPress={onNew}>
          {t(
            fromCode
              ? 'identity.new'
              : hasDraft
                ? 'desk.find.continue'
                : query.trim() === ''
                  ? 'desk.find.new'
                  : 'desk.find.new-typed',
          )}
        </ActionButton>
      </div>
    </section>
  )
}
