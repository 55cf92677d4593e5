import { Edit, ShownRow } from '../../../contract/admin.ts'
import type { Directory } from '../../../contract/admin.ts'
import { overlaid } from '../../../domain/hospital/field-change.ts'
import { useText } from '../../text/use-text.tsx'
import { ActionButton } from '../../ui/button.tsx'
import { Note } from '../../ui/note.tsx'
import { Scroll } from '../../ui/scroll.tsx'
import { nameOf } from '../row-text.ts'
import { Versions } from './versions.tsx'

interface Props {
  readonly directory: Directory
  readonly edit: Edit
  readonly now: ShownRow
  readonly onSave: (edit: Edit) => void
  readonly onClose: () => void
}

/** What was changed here, over what stands there now. */
function over(edit: Edit, now: ShownRow): Edit | null {
  const read = Edit.safeParse({ ...edit, row: overlaid(now.row, edit.was, edit.row), was: now.row })
  return read.success ? read.data : null
}

/** Somebody changed the row while its form was open: both versions, one decision. */
export function CrossedPanel({ directory, edit, now, onSave, onClose }: Props) {
  const spoken = useText()
  const { t } = spoken
  const mine = shownAs(edit.table, edit.row)
  const was = shownAs(edit.table, edit.was)
  const take = () => {
    const merged = over(edit, now)
    if (merged !== null) onSave(merged)
  }
  return (
    <section className="panel admin-panel" aria-label={t('admin.crossed')}>
      <div className="admin-head">
        <h1>
          <bdi>{nameOf(spoken, directory, now)}</bdi>
        </h1>
      </div>
      <Note kind="care" title={t('admin.crossed')}>
        <p className="meta">{t('admin.crossed.next')}</p>
      </Note>
      <Scroll label={t('admin.crossed')}>
        {mine === null ? null : <Versions directory={directory} mine={mine} was={was} now={now} />}
      </Scroll>
      <div className="admin-foot">
        <ActionButton kind="go" cap="Ctrl Enter" size="tall" onPress={take}>
          {t('admin.crossed.take-mine')}
        </ActionButton>
        <ActionButton cap="Esc" size="tall" onPress={onClose}>
          {t('admin.crossed.take-theirs')}
        </ActionButton>
      </div>
    </section>
  )
}

function shownAs(table: Edit['table'], row: object | null): ShownRow | null {
  const read = ShownRow.safeParse({ table, row })
  return read.success ? read.data : null
}
