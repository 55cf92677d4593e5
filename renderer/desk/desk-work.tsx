import { useReducer, useRef, useState } from 'react'
import { flushSync } from 'react-dom'

import type { ScanAnswer } from '../../contract/shell.ts'
import { useText } from '../text/use-text.tsx'
import { answered } from '../ui/ask.ts'
import { ActionButton } from '../ui/button.tsx'
import { dayOf } from '../ui/format.ts'
import { Frame } from '../ui/frame.tsx'
import { Help } from '../ui/help.tsx'
import { usePapers } from '../ui/job/use-papers.ts'
import { ScannerSetup } from '../ui/scanner-setup/scanner-setup.tsx'
import { SyncScreen } from '../ui/sync/sync-screen.tsx'
import type { Tab } from '../ui/top-bar.tsx'
import { Seats, useKept } from '../ui/session/seats.tsx'
import { SupervisorKey } from '../ui/session/supervisor-key.tsx'
import { latest, useAnswer } from '../ui/use-answer.ts'
import type { Given } from '../ui/staff-page.tsx'
import { useEvent } from '../ui/use-event.ts'
import { useRound } from '../ui/use-round.ts'
import { useWedge } from '../ui/use-wedge.ts'
import type { DepartmentChoice, DeskBridge } from './desk-bridge.ts'
import { deskDoes, freshDesk } from './desk-state.ts'
import type { DeskAction, DeskState, Place } from './desk-state.ts'
import { CardsScreen } from './card/cards-screen.tsx'
import { CorrectScreen } from './correct/correct-screen.tsx'
import { DayNotice } from './day/day-notice.tsx'
import { DayScreen } from './day/day-screen.tsx'
import { FindScreen } from './find/find-screen.tsx'
import { issueFor } from './issue.ts'
import type { Wanted } from './issue.ts'
import { IssuedScreen } from './issued/issued-screen.tsx'
import { CompareScreen } from './merge/compare-screen.tsx'
import { DecideScreen } from './merge/decide-screen.tsx'
import { NewPersonScreen } from './new-person/new-person-screen.tsx'
import { BabyScreen } from './register/baby-screen.tsx'
import { UnknownScreen } from './register/unknown-screen.tsx'
import { SchemeScreen } from './scheme/scheme-screen.tsx'
import { PrintingScreen } from './printing-screen.tsx'

interface Props extends Given {
  readonly hims: DeskBridge
}

/** While HIMS sends much, its screens read again this often; in milliseconds. */
const BREATH = 400

/** Cards from any reader; behind the lock nothing is heard. */
function useScans({ ask, listen }: DeskBridge, dispatch: (action: DeskAction) => void) {
  const { language } = useText()
  // At once: somebody stands at the counter, and React would else wait its turn behind the camera's frames.
  const show = (answer: ScanAnswer) => flushSync(() => dispatch({ kind: 'scanned', answer, language }))
  useEvent(listen, 'scanned', show)
  const onScanText = async (text: string, source: 'camera' | 'wedge') => {
    const answer = await answered(ask['scan.text']({ text, source }))
    if (answer.ok) show(answer.value)
  }
  useWedge((text) => void onScanText(text, 'wedge'))
  return onScanText
}

/** One issue at a time: a key that bounces never prints two tokens. */
function useIssuing(hims: DeskBridge, dispatch: (action: DeskAction) => void) {
  const [busy, setBusy] = useState(false)
  const under = useRef(false)
  const onIssue = async (wanted: Wanted) => {
    if (under.current) return
    under.current = true
    setBusy(true)
    const issue = await issueFor(hims, wanted)
    under.current = false
    setBusy(false)
    dispatch({ kind: 'issued', issue })
  }
  return { busy, onIssue: (wanted: Wanted) => void onIssue(wanted) }
}

/** Places that belong to no person. */
const elsewhere: readonly Place[] = ['printing', 'waiting', 'day', 'decide', 'scanners', 'help']

function useTabs(state: DeskState, dispatch: (action: DeskAction) => void): readonly Tab[] {
  const { t } = useText()
  const find = () => dispatch(state.place === 'find' ? { kind: 'next-person' } : { kind: 'go', place: 'find' })
  const place = (to: 'printing' | 'waiting') => () => dispatch({ kind: 'go', place: to })
  const inFind = !elsewhere.includes(state.place)
  return [
    { key: 'find', label: t('desk.tab.find'), cap: 'F2', current: inFind, onPress: find },
    {
      key: 'printing',
      label: t('desk.tab.printing'),
      cap: 'Alt 3',
      current: state.place === 'printing',
      onPress: place('printing'),
    },
    {
      key: 'waiting',
      label: t('desk.tab.waiting'),
      cap: 'Alt 4',
      current: state.place === 'waiting' || state.place === 'decide',
      onPress: place('waiting'),
    },
  ]
}

interface BodyProps extends Omit<Props, 'onLanguage'> {
  readonly state: DeskState
  readonly dispatch: (action: DeskAction) => void
  readonly departments: readonly DepartmentChoice[]
  readonly round: number
  readonly issuing: ReturnType<typeof useIssuing>
  readonly onScanText: (text: string, source: 'camera' | 'wedge') => void
}

function Body(props: BodyProps) {
  const { hims, status, now, look, state, dispatch, departments, round, issuing, onScanText } = props
  const today = dayOf(now)
  if (state.place === 'printing') return <PrintingScreen hims={hims} status={status} trails={state.trails} now={now} />
  if (state.place === 'waiting') {
    const decide = () => dispatch({ kind: 'go', place: 'decide' })
    return <SyncScreen ask={hims.ask} status={status} now={now} round={round} onDecide={decide} />
  }
  if (state.place === 'decide') {
    const back = () => dispatch({ kind: 'go', place: 'waiting' })
    return <DecideScreen hims={hims} status={status} now={now} round={round} onBack={back} />
  }
  if (state.place === 'day') {
    return (
      <DayScreen
        hims={hims}
        status={status}
        now={now}
        round={round}
        onBack={() => dispatch({ kind: 'go', place: 'find' })}
        onPerson={(id) => dispatch({ kind: 'open', id })}
      />
    )
  }
  if (state.place === 'scanners') {
    return <ScannerSetup hims={hims} onLeave={() => dispatch({ kind: 'go', place: 'find' })} />
  }
  if (state.place === 'help') return <Help hims={hims} look={look} />
  if (state.place === 'new' && state.draft !== null) {
    return (
      <NewPersonScreen
        hims={hims}
        draft={state.draft}
        fills={state.fills}
        aside={state.aside}
        scanned={state.scanned}
        departments={departments}
        today={today}
        dispatch={dispatch}
        onIssue={issuing.onIssue}
      />
    )
  }
  if (state.place === 'unknown') {
    return (
      <UnknownScreen
        hims={hims}
        onDone={(id) => dispatch({ kind: 'open', id })}
        onBack={() => dispatch({ kind: 'go', place: 'find' })}
      />
    )
  }
  if (state.place === 'baby' && state.motherOf !== null) {
    return (
      <BabyScreen
        key={state.motherOf.id}
        hims={hims}
        mother={state.motherOf}
        today={today}
        onDone={(id) => dispatch({ kind: 'open', id })}
        onBack={() => dispatch({ kind: 'go', place: 'find' })}
      />
    )
  }
  if (state.place === 'correct' && state.correction !== null) {
    return (
      <CorrectScreen
        key={state.correction.person.id}
        hims={hims}
        correction={state.correction}
        today={today}
        onText={(text) => dispatch({ kind: 'corrected', text })}
        onLeave={(id) => dispatch({ kind: 'open', id })}
      />
    )
  }
  if (state.place === 'compare' && state.pair !== null) {
    return (
      <CompareScreen
        hims={hims}
        pair={state.pair}
        round={round}
        onBack={() => dispatch({ kind: 'go', place: 'find' })}
        onDone={(id) => dispatch({ kind: 'open', id })}
      />
    )
  }
  if (state.place === 'cards' && state.cardsOf !== null) {
    return (
      <CardsScreen
        key={state.cardsOf.id}
        hims={hims}
        person={state.cardsOf}
        today={today}
        now={now}
        round={round}
        onBack={() => dispatch({ kind: 'go', place: 'find' })}
        onIssued={(issue) => dispatch({ kind: 'issued', issue })}
      />
    )
  }
  if (state.place === 'schemes' && state.schemesOf !== null) {
    return (
      <SchemeScreen
        key={state.schemesOf.id}
        hims={hims}
        person={state.schemesOf}
        round={round}
        onBack={() => dispatch({ kind: 'go', place: 'find' })}
      />
    )
  }
  if (state.place === 'issued' && state.issue !== null) {
    return (
      <IssuedScreen
        hims={hims}
        issue={state.issue}
        trails={state.trails}
        now={now}
        round={round}
        onNext={() => dispatch({ kind: 'next-person' })}
      />
    )
  }
  return (
    <div className="with-notice">
      <DayNotice hims={hims} today={today} onSee={() => dispatch({ kind: 'go', place: 'day' })} />
      <FindScreen
        hims={hims}
        status={status}
        state={state}
        dispatch={dispatch}
        departments={departments}
        today={today}
        round={round}
        busy={issuing.busy}
        onIssue={issuing.onIssue}
        onCards={(person) => dispatch({ kind: 'cards', person })}
        onScanText={onScanText}
      />
    </div>
  )
}

/** The desk at work, for each person who works at it. */
export const DeskWork = (props: Props) => (
  <Seats {...props}>
    <DeskSeat {...props} />
  </Seats>
)

/** What one clerk has under way. */
function DeskSeat({ hims, status, now, look, onLanguage }: Props) {
  const { t } = useText()
  const [state, dispatch] = useReducer(deskDoes, freshDesk)
  const { round } = useRound(hims, BREATH)
  usePapers(hims, (job) => dispatch({ kind: 'printing', job }))
  const onScanText = useScans(hims, dispatch)
  const issuing = useIssuing(hims, dispatch)
  const key = `${round} ${state.place} ${issuing.busy}`
  const departments = latest(useAnswer(key, () => hims.ask['department.list']({}))) ?? []
  const tabs = useTabs(state, dispatch)
  const lock = () => void answered(hims.ask['session.lock']({}))
  useKept(state.draft === null ? null : 'desk.kept')
  const left = departments.reduce((sum, each) => sum + each.left, 0)
  return (
    <Frame
      status={status}
      now={now}
      tabs={tabs}
      pace={<span>{t('desk.served', { count: status.served })}</span>}
      onLanguage={onLanguage}
      onLock={lock}
      bandDetail={t('desk.band.block', { count: left })}
      supervisor={<SupervisorKey hims={hims} status={status} now={now} />}
      onSeeWaiting={() => dispatch({ kind: 'go', place: 'waiting' })}
      keys={
        <>
          <ActionButton kind="bare" cap="Alt 7" onPress={() => dispatch({ kind: 'go', place: 'day' })}>
            {t('day.tab')}
          </ActionButton>
          <ActionButton kind="bare" cap="Alt 5" onPress={() => dispatch({ kind: 'go', place: 'scanners' })}>
            {t('scanner.title')}
          </ActionButton>
          <ActionButton kind="bare" cap="F1" onPress={() => dispatch({ kind: 'go', place: 'help' })}>
            {t('common.keys')}
          </ActionButton>
        </>
      }
    >
      <Body
        hims={hims}
        status={status}
        now={now}
        look={look}
        state={state}
        dispatch={dispatch}
        departments={departments}
        round={round}
        issuing={issuing}
        onScanText={(text, source) => void onScanText(text, source)}
      />
    </Frame>
  )
}
