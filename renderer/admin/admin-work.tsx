import { useReducer } from 'react'

import { useText } from '../text/use-text.tsx'
import { answered } from '../ui/ask.ts'
import { ActionButton } from '../ui/button.tsx'
import { FaultNote } from '../ui/fault-note.tsx'
import { dayOf } from '../ui/format.ts'
import { Frame } from '../ui/frame.tsx'
import { Help } from '../ui/help.tsx'
import { ScanElsewhere } from '../ui/scan-elsewhere.tsx'
import { Seats, useKept } from '../ui/session/seats.tsx'
import type { Given } from '../ui/staff-page.tsx'
import { SyncScreen } from '../ui/sync/sync-screen.tsx'
import type { Tab } from '../ui/top-bar.tsx'
import { latest, useAnswer } from '../ui/use-answer.ts'
import { useRound } from '../ui/use-round.ts'
import type { AdminBridge } from './admin-bridge.ts'
import { adminDoes, freshAdmin, sections } from './admin-state.ts'
import type { Place, Section } from './admin-state.ts'
import { DirectoryScreen } from './directory-screen.tsx'

interface Props extends Given {
  readonly hims: AdminBridge
}

const sectionOf = (place: Place): Section | null => sections.find((section) => section === place) ?? null

/** Keeping the directory, for each administrator who works here. */
export const AdminWork = (props: Props) => (
  <Seats {...props}>
    <AdminSeat {...props} />
  </Seats>
)

/** What one administrator has under way. */
function AdminSeat({ hims, status, now, look, onLanguage }: Props) {
  const { t } = useText()
  const [state, dispatch] = useReducer(adminDoes, freshAdmin)
  const { round, again } = useRound(hims)
  const answer = useAnswer(`${round} ${dayOf(now)}`, () => hims.ask['directory.now']({}))
  const directory = latest(answer)
  const go = (place: Place) => () => dispatch({ kind: 'go', place })
  const lock = () => void answered(hims.ask['session.lock']({}))
  useKept(state.opened.kind === 'edit' || state.opened.kind === 'crossed' ? 'admin.kept' : null)
  const section = sectionOf(state.place)
  const tab = (place: 'overview' | 'waiting', label: string, cap: string, current: boolean): Tab => ({
    key: place,
    label,
    cap,
    current,
    onPress: go(place),
  })
  return (
    <Frame
      status={status}
      now={now}
      tabs={[
        tab('overview', t('admin.tab.directory'), 'Alt 1', section !== null),
        tab('waiting', t('admin.tab.waiting'), 'Alt 8', state.place === 'waiting'),
      ]}
      onLanguage={onLanguage}
      onLock={lock}
      bandDetail={t('admin.band')}
      notice={<ScanElsewhere hims={hims} />}
      onSeeWaiting={go('waiting')}
      waitingCap="Alt 8"
      keys={
        <ActionButton kind="bare" cap="F1" onPress={go('help')}>
          {t('common.keys')}
        </ActionButton>
      }
    >
      {answer.kind === 'refused' ? <FaultNote refusal={answer.refusal} /> : null}
      {state.place === 'waiting' ? <SyncScreen ask={hims.ask} status={status} now={now} round={round} /> : null}
      {state.place === 'help' ? <Help hims={hims} look={look} /> : null}
      {section === null || directory === null ? null : (
        <DirectoryScreen
          {...{ hims, state, section, directory, now, round, dispatch, again }}
          isOnline={status.link.kind === 'online'}
        />
      )}
    </Frame>
  )
}
