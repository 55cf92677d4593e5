import { useEffect, useReducer } from 'react'
import { flushSync } from 'react-dom'

import type { ScanAnswer } from '../../contract/shell.ts'
import { useText } from '../text/use-text.tsx'
import { answered } from '../ui/ask.ts'
import { ActionButton } from '../ui/button.tsx'
import { FaultNote } from '../ui/fault-note.tsx'
import { dayOf } from '../ui/format.ts'
import { Frame } from '../ui/frame.tsx'
import { Help } from '../ui/help.tsx'
import { usePapers } from '../ui/job/use-papers.ts'
import { Note } from '../ui/note.tsx'
import { ScannerSetup } from '../ui/scanner-setup/scanner-setup.tsx'
import { SyncScreen } from '../ui/sync/sync-screen.tsx'
import type { Tab } from '../ui/top-bar.tsx'
import { Seats, useKept } from '../ui/session/seats.tsx'
import { latest, useAnswer } from '../ui/use-answer.ts'
import type { Given } from '../ui/staff-page.tsx'
import { useEvent } from '../ui/use-event.ts'
import { useHotkeys } from '../ui/use-hotkeys.ts'
import { useRound } from '../ui/use-round.ts'
import { useWedge } from '../ui/use-wedge.ts'
import { FindScreen } from './find/find-screen.tsx'
import { GivenScreen } from './given-screen.tsx'
import type { PharmacyBridge } from './pharmacy-bridge.ts'
import { freshPharmacy, pharmacyDoes } from './pharmacy-state.ts'
import type { PharmacyAction, PharmacyState, Pick as Picking } from './pharmacy-state.ts'
import { PickScreen } from './pick/pick-screen.tsx'
import { BoardPage } from './order/board-page.tsx'
import { StockPage } from './stock/stock-page.tsx'
import { LatePapers } from './late-papers.tsx'
import { SupplyList } from './right/supply-note.tsx'

interface Props extends Given {
  readonly hims: PharmacyBridge
}

type Dispatch = (action: PharmacyAction) => void

/** Cards from any reader; behind the lock nothing is heard. */
function useScans({ ask, listen }: PharmacyBridge, now: Date, dispatch: Dispatch) {
  const at = now.toISOString()
  // At once: somebody stands at the counter, and React would else wait its turn behind the camera's frames.
  const show = (answer: ScanAnswer) => flushSync(() => dispatch({ kind: 'scanned', answer, at }))
  useEvent(listen, 'scanned', show)
  const read = async (text: string, source: 'camera' | 'wedge') => {
    const answer = await answered(ask['scan.text']({ text, source }))
    if (answer.ok) show(answer.value)
  }
  useWedge((text) => void read(text, 'wedge'))
  return (text: string) => void read(text, 'camera')
}

/** Says when nobody's list is open any more: what it held may then go to another counter. */
function useLeaving({ ask }: PharmacyBridge, isLeft: boolean): void {
  useEffect(() => {
    if (isLeft) void answered(ask['pick.leave']({}))
  }, [ask, isLeft])
}

function useTabs({ place }: PharmacyState, dispatch: Dispatch): readonly Tab[] {
  const { t } = useText()
  const go = (to: PharmacyState['place']) => () => dispatch({ kind: 'go', place: to })
  const dispense = () => dispatch(place === 'dispense' ? { kind: 'next-person' } : { kind: 'go', place: 'dispense' })
  const tab = (key: 'dispense' | 'board' | 'stock' | 'waiting', cap: string, onPress: () => void): Tab => ({
    key,
    label: t(key === 'board' ? 'order.board' : `pharmacy.tab.${key}`),
    cap,
    current: place === key,
    onPress,
  })
  return [
    tab('dispense', 'F2', dispense),
    tab('board', 'Alt 6', go('board')),
    tab('stock', 'Alt 3', go('stock')),
    tab('waiting', 'Alt 4', go('waiting')),
  ]
}

interface BodyProps extends Omit<Props, 'onLanguage'> {
  readonly state: PharmacyState
  readonly dispatch: Dispatch
  readonly round: number
  readonly onScanText: (text: string) => void
}

/** The pick list of one person, read again whenever the records change. */
function Picked({ pick, ...props }: BodyProps & { readonly pick: Picking }) {
  const { hims, state, now, round, dispatch, onScanText } = props
  const { t, language } = useText()
  const answer = useAnswer(`${round} ${pick.person}`, () => hims.ask['pick.open']({ personId: pick.person }))
  const departments = latest(useAnswer(String(round), () => hims.ask['department.names']({}))) ?? []
  useHotkeys({ Escape: () => dispatch({ kind: 'next-person' }) })
  const list = latest(answer)
  if (answer.kind === 'refused') return <FaultNote refusal={answer.refusal} />
  if (list === null || list.person.id !== pick.person) {
    return answer.kind === 'here' ? (
      <div className="alone">
        <h1 className="spoken-only">{t('pharmacy.pick')}</h1>
        <Note kind="wait" title={t('pharmacy.pick.not-here')}>
          <p>{t('pharmacy.pick.not-here-next')}</p>
        </Note>
        <ActionButton cap="Esc" onPress={() => dispatch({ kind: 'next-person' })}>
          {t('pharmacy.leave')}
        </ActionButton>
      </div>
    ) : null
  }
  if (list.prescriptions.length === 0) {
    return (
      <div className="alone">
        <h1 className="spoken-only">{t('pharmacy.pick')}</h1>
        <Note kind="care" title={t('pharmacy.pick.nothing', { name: list.person.name.latin })}>
          <p>{t('pharmacy.pick.nothing-next')}</p>
        </Note>
        <ActionButton cap="Esc" onPress={() => dispatch({ kind: 'next-person' })}>
          {t('pharmacy.leave')}
        </ActionButton>
      </div>
    )
  }
  return (
    <PickScreen
      hims={hims}
      list={list}
      pick={pick}
      scanned={state.scanned}
      camera={state.camera}
      round={round}
      now={now}
      today={dayOf(now)}
      isOnline={props.status.link.kind === 'online'}
      dispatch={dispatch}
      onScanText={onScanText}
      departmentName={(code) => departments.find((each) => each.code === code)?.name[language] ?? code}
    />
  )
}

function Body(props: BodyProps) {
  const { hims, status, now, look, state, dispatch, round, onScanText } = props
  if (state.place === 'board') {
    return <BoardPage hims={hims} round={round} now={now} onOpen={(person) => dispatch({ kind: 'opened', person })} />
  }
  if (state.place === 'stock') {
    return <StockPage hims={hims} round={round} now={now} pack={state.scanned?.pack ?? null} />
  }
  if (state.place === 'waiting') {
    return (
      <SyncScreen ask={hims.ask} status={status} now={now} round={round}>
        <div className="waiting-stack">
          <LatePapers hims={hims} trails={state.trails} now={now} />
          <SupplyList hims={hims} now={now} round={round} />
        </div>
      </SyncScreen>
    )
  }
  if (state.place === 'scanners') {
    return <ScannerSetup hims={hims} onLeave={() => dispatch({ kind: 'go', place: 'dispense' })} />
  }
  if (state.place === 'help') return <Help hims={hims} look={look} />
  if (state.given !== null) {
    return (
      <GivenScreen
        hims={hims}
        given={state.given}
        trails={state.trails}
        now={now}
        onNext={() => dispatch({ kind: 'next-person' })}
      />
    )
  }
  if (state.pick !== null) return <Picked {...props} pick={state.pick} key={state.pick.person} />
  return (
    <FindScreen
      hims={hims}
      status={status}
      query={state.query}
      scanned={state.scanned}
      camera={state.camera}
      today={dayOf(now)}
      round={round}
      dispatch={dispatch}
      onScanText={onScanText}
    />
  )
}

/** The pharmacy at work, for each person who works at it. */
export const PharmacyWork = (props: Props) => (
  <Seats {...props}>
    <PharmacySeat {...props} />
  </Seats>
)

/** What one pharmacist has under way. */
function PharmacySeat({ hims, status, now, look, onLanguage }: Props) {
  const { t } = useText()
  const [state, dispatch] = useReducer(pharmacyDoes, freshPharmacy)
  const { round } = useRound(hims)
  usePapers(hims, (job) => dispatch({ kind: 'printing', job }))
  const onScanText = useScans(hims, now, dispatch)
  const tabs = useTabs(state, dispatch)
  useLeaving(hims, state.pick === null)
  const lock = () => void answered(hims.ask['session.lock']({}))
  useKept(state.pick === null ? null : 'pharmacy.kept')
  const go = (place: PharmacyState['place']) => () => dispatch({ kind: 'go', place })
  return (
    <Frame
      status={status}
      now={now}
      tabs={tabs}
      pace={<span>{t('pharmacy.served', { count: status.served })}</span>}
      onLanguage={onLanguage}
      onLock={lock}
      bandDetail={t('pharmacy.band')}
      onSeeWaiting={() => dispatch({ kind: 'go', place: 'waiting' })}
      keys={
        <>
          <ActionButton kind="bare" cap="Alt 5" onPress={go('scanners')}>
            {t('scanner.title')}
          </ActionButton>
          <ActionButton kind="bare" cap="F1" onPress={go('help')}>
            {t('common.keys')}
          </ActionButton>
        </>
      }
    >
      <Body {...{ hims, status, now, look, state, dispatch, round, onScanText }} />
    </Frame>
  )
}
