import type { TerminalStatus } from '../../contract/shell.ts'
import { useText } from '../text/use-text.tsx'
import { FaultNote } from '../ui/fault-note.tsx'
import { momentText } from '../ui/format.ts'
import { Scroll } from '../ui/scroll.tsx'
import { StateShape } from '../ui/icon/state-shape.tsx'
import { latest, useAnswer } from '../ui/use-answer.ts'
import { Written } from '../ui/written.tsx'
import type { DeskBridge } from './desk-bridge.ts'

interface Props {
  readonly hims: DeskBridge
  readonly status: TerminalStatus
  readonly now: Date
}

/** Every record that HIMS has not taken yet, oldest first, and those it sent back with why. */
export function WaitingScreen({ hims, status, now }: Props) {
  const { t } = useText()
  const answer = useAnswer(`${status.waiting} ${status.refused}`, () => hims.ask['sync.waiting']({}))
  const records = latest(answer) ?? []
  return (
    <div className="sheet-screen">
      <section className="panel sheet-panel" aria-label={t('desk.waiting.title')}>
        <div className="sheet-head">
          <h1>{t('desk.waiting.title')}</h1>
          <p className="muted meta">
            {t(status.link.kind === 'online' ? 'desk.waiting.online' : 'desk.waiting.offline')}
          </p>
        </div>
        <Scroll label={t('desk.waiting.title')}>
          {answer.kind === 'refused' ? <FaultNote refusal={answer.refusal} /> : null}
          {records.length === 0 && answer.kind === 'here' ? (
            <p className="sheet-empty row">
              <StateShape kind="ok" size="large" />
              <span>{t('desk.waiting.none')}</span>
            </p>
          ) : (
            <table>
              <thead>
                <tr>
                  <th scope="col">{t('desk.waiting.state')}</th>
                  <th scope="col">{t('desk.waiting.what')}</th>
                  <th scope="col">{t('desk.waiting.since')}</th>
                </tr>
              </thead>
              <tbody>
                {records.map(({ n, title, at, state }) => (
                  <tr key={n}>
                    <td>
                      <span className="row">
                        <StateShape kind={state.kind === 'waiting' ? 'wait' : 'care'} />
                        <span>{t(state.kind === 'waiting' ? 'desk.waiting.kept' : 'desk.waiting.refused')}</span>
                      </span>
                    </td>
                    <td>
                      <Written text={title} />
                      {state.kind === 'refused' ? <p className="meta muted">{state.reason}</p> : null}
                    </td>
                    <td>{momentText(t, new Date(at), now)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </Scroll>
      </section>
    </div>
  )
}
