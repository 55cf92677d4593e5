import type { Directory } from '../../../contract/admin.ts'
import type { DirectoryTable } from '../../../domain/hospital/directory-change.ts'
import { useText } from '../../text/use-text.tsx'
import { ActionButton } from '../../ui/button.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { Scroll } from '../../ui/scroll.tsx'
import { latest, useAnswer } from '../../ui/use-answer.ts'
import type { AdminBridge } from '../admin-bridge.ts'
import { ChangeLines } from './change-lines.tsx'

interface Props {
  readonly hims: AdminBridge
  readonly directory: Directory
  readonly table: DirectoryTable
  readonly row: string
  readonly name: string
  readonly now: Date
  readonly round: number
  readonly onClose: () => void
}

/** What was done to one row since it is kept. */
export function HistoryPanel({ hims, directory, table, row, name, now, round, onClose }: Props) {
  const { t } = useText()
  const answer = useAnswer(`${round} ${table} ${row}`, () => hims.ask['directory.history']({ of: { table, row } }))
  const changes = latest(answer)
  return (
    <section className="panel admin-panel" aria-label={t('admin.history')}>
      <div className="admin-head">
        <h1>{t('admin.history')}</h1>
        <bdi>{name}</bdi>
      </div>
      <Scroll label={t('admin.history')}>
        {answer.kind === 'refused' ? <FaultNote refusal={answer.refusal} /> : null}
        {changes?.length === 0 ? <p className="muted admin-none">{t('admin.history.none')}</p> : null}
        {changes === null ? null : <ChangeLines changes={changes} directory={directory} now={now} named={false} />}
      </Scroll>
      <div className="admin-foot">
        <ActionButton cap="Esc" size="tall" onPress={onClose}>
          {t('admin.close')}
        </ActionButton>
      </div>
    </section>
  )
}
