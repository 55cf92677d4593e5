import { useReducer } from 'react'

import { useText } from '../text/use-text.tsx'
import { answered } from '../ui/ask.ts'
import { ActionButton } from '../ui/button.tsx'
import { FaultNote } from '../ui/fault-note.tsx'
import { dayOf } from '../ui/format.ts'
import { Frame } from '../ui/frame.tsx'
import { Help } from '../ui/help.tsx'
import { SyncScreen } from '../ui/sync/sync-screen.tsx'
import { ScanElsewhere } from '../ui/scan-elsewhere.tsx'
import type { Tab } from '../ui/top-bar.tsx'
import { Seats, useKept } from '../ui/session/seats.tsx'
import { latest, useAnswer } from '../ui/use-answer.ts'
import type { Given } from '../ui/staff-page.tsx'
import { useRound } from '../ui/use-round.ts'
import type { DoctorAnswer, DoctorBridge } from './doctor-bridge.ts'
import { doctorDoes, freshDoctor } from './doctor-state.ts'
import type { DoctorAction, DoctorState } from './doctor-state.ts'
import { OwnOrders } from './question/own-orders.tsx'
import { QuestionScreen } from './question/question-screen.tsx'
import { RoomScreen } from './room/room-screen.tsx'
import { SeatScreen } from './room/seat-screen.tsx'
import { WriteScreen } from './write/write-screen.tsx'

interface Props extends Given {
  readonly hims: DoctorBridge
}

type Dispatch = (action: DoctorAction) => void

interface Working extends Omit<Props, 'onLanguage'> {
  readonly state: DoctorState
  readonly dispatch: Dispatch
  readonly room: DoctorAnswer<'room.now'>
  readonly questions: DoctorAnswer<'question.list'>
  readonly round: number
  readonly again: () => void
}

function useTabs(
  state: DoctorState,
  dispatch: Dispatch,
  room: DoctorAnswer<'room.now'> | null,
  questions: DoctorAnswer<'question.list'> | null,
): readonly Tab[] {
  const { t } = useText()
  const go = (place: DoctorState['place']) => () => dispatch({ kind: 'go', place })
  const line = room?.current?.line
  const write = () => dispatch(line === undefined ? { kind: 'go', place: 'write' } : { kind: 'write', line })
  const asked = questions?.length ?? 0
  const tab = (key: 'room' | 'write' | 'questions' | 'waiting', cap: string, onPress: () => void): Tab => ({
    key,
    label: key === 'questions' ? t('order.questions', { count: asked }) : t(`visit.tab.${key}`),
    cap,
    current: state.place === key,
    onPress,
  })
  return [
    tab('room', 'F2', go('room')),
    tab('write', 'F6', write),
    tab('questions', 'Alt 5', go('questions')),
    tab('waiting', 'Alt 4', go('waiting')),
  ]
}

function Body({ hims, status, now, look, state, dispatch, room, questions, round, again }: Working) {
  if (state.place === 'waiting') return <SyncScreen ask={hims.ask} status={status} now={now} round={round} />
  if (state.place === 'help') return <Help hims={hims} look={look} />
  const isOnline = status.link.kind === 'online'
  if (state.place === 'questions') {
    return <QuestionScreen hims={hims} questions={questions} isOnline={isOnline} now={now} again={again} />
  }
  if (state.place === 'orders') return <OwnOrders hims={hims} isOnline={isOnline} now={now} round={round} />
  const toRoom = () => {
    again()
    dispatch({ kind: 'go', place: 'room' })
  }
  if (room.seat === null || state.place === 'seat') return <SeatScreen hims={hims} room={room} onSeated={toRoom} />
  if (state.place === 'write') {
    return (
      <WriteScreen
        hims={hims}
        room={room}
        draft={state.draft}
        told={state.told}
        today={dayOf(now)}
        round={round}
        dispatch={dispatch}
      />
    )
  }
  return (
    <RoomScreen
      hims={hims}
      room={room}
      seat={room.seat}
      early={state.early}
      told={state.told}
      isOnline={isOnline}
      asked={questions.length}
      now={now}
      dispatch={dispatch}
      again={again}
    />
  )
}

/** A doctor's room at work, for each doctor who sits there. */
export const DoctorWork = (props: Props) => (
  <Seats {...props}>
    <DoctorSeat {...props} />
  </Seats>
)

/** What one doctor has under way. */
function DoctorSeat({ hims, status, now, look, onLanguage }: Props) {
  const { t } = useText()
  const [state, dispatch] = useReducer(doctorDoes, freshDoctor)
  const { round, again } = useRound(hims)
  const who = status.session.kind === 'unlocked' ? status.session.operator : ''
  const answer = useAnswer(`${round} ${who} ${dayOf(now)}`, () => hims.ask['room.now']({}))
  const room = latest(answer)
  const questions = latest(useAnswer(`${round} ${who} asked`, () => hims.ask['question.list']({}))) ?? []
  const tabs = useTabs(state, dispatch, room, questions)
  const lock = () => void answered(hims.ask['session.lock']({}))
  useKept((state.draft?.items.length ?? 0) === 0 ? null : 'visit.kept')
  return (
    <Frame
      status={status}
      now={now}
      tabs={tabs}
      pace={<span>{t('visit.seen-count', { count: room?.seen ?? 0 })}</span>}
      onLanguage={onLanguage}
      onLock={lock}
      bandDetail={t('visit.band')}
      notice={<ScanElsewhere hims={hims} instead={t('visit.scan.instead')} />}
      onSeeWaiting={() => dispatch({ kind: 'go', place: 'waiting' })}
      keys={
        <>
          <ActionButton kind="bare" cap="Alt 6" onPress={() => dispatch({ kind: 'go', place: 'orders' })}>
            {t('order.own')}
          </ActionButton>
          <ActionButton kind="bare" cap="Alt 3" onPress={() => dispatch({ kind: 'go', place: 'seat' })}>
            {t('visit.tab.seat')}
          </ActionButton>
          <ActionButton kind="bare" cap="F1" onPress={() => dispatch({ kind: 'go', place: 'help' })}>
            {t('common.keys')}
          </ActionButton>
        </>
      }
    >
      {answer.kind === 'refused' ? <FaultNote refusal={answer.refusal} /> : null}
      {room === null ? null : <Body {...{ hims, status, now, look, state, dispatch, room, questions, round, again }} />}
    </Frame>
  )
}
