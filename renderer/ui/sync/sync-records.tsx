import type { WaitingRecord } from '../../../contract/sync.ts'
import { useText } from '../../text/use-text.tsx'
import { momentText } from '../format.ts'
import { StateShape } from '../icon/state-shape.tsx'
import { Written } from '../written.tsx'

interface Props {
  readonly records: readonly WaitingRecord[]
  /** How many wait or came back in all: the list shows the newest of them. */
  readonly count: number
  readonly now: Date
}

/** Every record that HIMS has not taken yet, and those it sent back with why. */
export function SyncRecords({ records, count, now }: Props) {
  const { t } = useText()
  if (records.length === 0) {
    return (
      <p className="sync-empty row">
        <StateShape kind="ok" size="large" />
        <span>{t('sync.waits.none')}</span>
      </p>
    )
  }
  return (
    <>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('sync.state')}</th>
            <th scope="col">{t('sync.what')}</th>
            <th scope="col">{t('sync.since')}</th>
          </tr>
        </thead>
        <tbody>
          {records.map(({ n, title, at, state }) => (
            <tr key={n}>
              <td>
                <span className="row">
                  <StateShape kind={state.kind === 'waiting' ? 'wait' : 'care'} />
                  <span>{t(state.kind === 'waiting' ? 'sync.kept' : 'sync.refused')}</span>
                </span>
              </td>
              <td>
                <Written text={title} />
                {state.kind === 'refused' ? (
                  <p className="meta muted">{t('sync.refused.code', { code: state.reason })}</p>
                ) : null}
              </td>
              <td>{momentText(t, new Date(at), now)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {count > records.length ? (
        <p className="sync-empty muted">{t('sync.waits.more', { count: count - records.length })}</p>
      ) : null}
    </>
  )
}
