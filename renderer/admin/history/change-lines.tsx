import type { Change, Directory } from '../../../contract/admin.ts'
import { useText } from '../../text/use-text.tsx'
import { Chip } from '../../ui/chip.tsx'
import { momentText } from '../../ui/format.ts'
import { Written } from '../../ui/written.tsx'
import { fieldName, isSecret, isShown, valueText } from './field-text.ts'

interface Props {
  readonly changes: readonly Change[]
  readonly directory: Directory
  readonly now: Date
  /** Says which row, where changes of several are told. */
  readonly named: boolean
}

/** Who did what, and when; the newest first. */
export function ChangeLines({ changes, directory, now, named }: Props) {
  const spoken = useText()
  const { t } = spoken
  return (
    <ol className="admin-changes">
      {changes.map(({ id, table, name, at, by, isNew, fields, waiting }) => (
        <li key={id}>
          <p className="row wrap">
            <b>{momentText(t, new Date(at), now)}</b>
            <span>{by === null ? t('admin.by.unknown') : <Written text={by} />}</span>
            {waiting ? <Chip kind="wait">{t('admin.waits')}</Chip> : null}
          </p>
          {named || isNew ? (
            <p>
              {t(isNew ? 'admin.change.new' : 'admin.change.of', { what: t(`admin.table.${table}`) })}{' '}
              <Written text={name} />
            </p>
          ) : null}
          <ul>
            {fields
              .filter(({ field }) => isShown(field))
              .map(({ field, was, now: became }) => (
                <li key={field}>
                  <span className="muted">{fieldName(spoken, field)}</span>{' '}
                  {isNew || isSecret(field) ? null : (
                    <>
                      <s>
                        <span className="spoken-only">{t('admin.was')}</span>
                        <Written text={valueText(spoken, directory, field, was)} />
                      </s>{' '}
                    </>
                  )}
                  <Written text={valueText(spoken, directory, field, became)} />
                </li>
              ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}
