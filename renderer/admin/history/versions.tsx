import type { Directory, ShownRow } from '../../../contract/admin.ts'
import { fieldChanges } from '../../../domain/hospital/field-change.ts'
import { useText } from '../../text/use-text.tsx'
import { Written } from '../../ui/written.tsx'
import { fieldName, isShown, valueText } from './field-text.ts'

interface Props {
  readonly directory: Directory
  readonly mine: ShownRow
  readonly was: ShownRow | null
  readonly now: ShownRow | null
}

const valueIn = (row: ShownRow | null, field: string): string | null => {
  const value: unknown = row === null ? undefined : Reflect.get(row.row, field)
  return value === undefined ? null : JSON.stringify(value)
}

/** Two versions of one row side by side: the fields that either of them changed. */
export function Versions({ directory, mine, was, now }: Props) {
  const spoken = useText()
  const { t } = spoken
  const changed = (row: ShownRow | null): readonly string[] =>
    row === null ? [] : fieldChanges(was?.row ?? null, row.row).map(({ field }) => field)
  const fields = [...new Set([...changed(mine), ...changed(now)])].filter(isShown)
  return (
    <table className="versions">
      <thead>
        <tr>
          <th scope="col">{t('admin.crossed.field')}</th>
          <th scope="col">{t('admin.crossed.mine')}</th>
          <th scope="col">{t('admin.crossed.theirs')}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <tr key={field}>
            <th scope="row">{fieldName(spoken, field)}</th>
            {[mine, now].map((row, at) => {
              const text = valueText(spoken, directory, field, valueIn(row, field))
              return (
                <td key={at === 0 ? 'mine' : 'theirs'}>
                  {changed(row).includes(field) ? (
                    <b>
                      <Written text={text} />
                    </b>
                  ) : (
                    <Written text={text} />
                  )}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
