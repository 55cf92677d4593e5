import { useCallback, useState } from 'react'

import type { TerminalStatus } from '../../contract/shell.ts'
import type { Department } from '../../domain/hospital/facility.ts'
import type { Language } from '../../domain/language.ts'
import { unreachable } from '../../domain/result.ts'
import { TextProvider } from '../text/use-text.tsx'
import { clockText } from '../ui/format.ts'
import { oldListItem } from '../ui/status-line.ts'
import { useClock } from '../ui/use-clock.ts'
import { Clearing } from './clearing.tsx'
import { Dock } from './dock.tsx'
import { allowanceOf } from './idle.ts'
import { DepartmentScreen } from './screen/department.tsx'
import { HelpScreen } from './screen/help.tsx'
import { HomeScreen } from './screen/home.tsx'
import { LanguageScreen } from './screen/language.tsx'
import { RefusedScreen } from './screen/refused.tsx'
import { ScanScreen } from './screen/scan.tsx'
import { TokenScreen } from './screen/token.tsx'
import { plain } from './settings.ts'
import type { Action, Visit } from './state.ts'
import { Top } from './top.tsx'
import { useIdle } from './use-idle.ts'
import { useKeypad } from './use-keypad.ts'
import { useVisit } from './use-visit.ts'
import type { VisitActs } from './use-visit.ts'
import type { KioskWorld } from './world.ts'
import { Shell } from './shell.tsx'

interface Props {
  readonly world: KioskWorld
  readonly status: TerminalStatus
  readonly departments: readonly Department[]
  /** Forgets this visitor: the whole tree is thrown away and made anew. */
  readonly leave: () => void
}

const fillingOf = ({ filling, people, peopleTotal }: TerminalStatus) =>
  filling ? { people, total: peopleTotal } : null

interface StepProps {
  readonly visit: Visit
  readonly dispatch: (action: Action) => void
  readonly acts: VisitActs
  readonly props: Props
  readonly left: number | null
  readonly total: number
  readonly more: () => void
  readonly back: () => void
}

function StepScreen({ visit, dispatch, acts, props, left, total, more, back }: StepProps) {
  const { step } = visit
  switch (step.kind) {
    case 'language':
      return <LanguageScreen speak={(language: Language) => dispatch({ kind: 'speak', language })} />
    case 'home':
      return (
        <HomeScreen filling={fillingOf(props.status)} checkIn={() => dispatch({ kind: 'check-in' })} call={acts.call} />
      )
    case 'scan':
      return (
        <ScanScreen
          startCamera={props.world.startCamera}
          reading={step.reading}
          onText={(text) => acts.read(text, 'camera')}
          back={back}
          call={acts.call}
        />
      )
    case 'department':
    case 'issuing':
      return (
        <DepartmentScreen
          departments={props.departments}
          chosen={step.kind === 'issuing' ? step.department : null}
          choose={acts.choose}
          back={back}
        />
      )
    case 'token':
      return (
        <TokenScreen
          token={step.token}
          paper={step.paper}
          place={props.status.facility?.name ?? null}
          left={left}
          total={total}
          more={more}
          done={props.leave}
        />
      )
    case 'refused':
      return <RefusedScreen why={step.why} again={() => dispatch({ kind: 'check-in' })} back={back} />
    default:
      return unreachable(step)
  }
}

/** One visitor from the first touch to the last; nothing of them outlives this component. */
export function KioskScreen(props: Props) {
  const { world, status, leave } = props
  const { visit, dispatch, acts } = useVisit(world)
  const [settings, setSettings] = useState(plain)
  const { idle, more } = useIdle({ visit, now: world.now, leave })
  const { step, call } = visit
  const back = useCallback(() => {
    if (call === 'none' && (step.kind === 'token' || step.kind === 'department')) leave()
    else dispatch({ kind: 'back' })
  }, [call, step.kind, leave, dispatch])
  useKeypad(back, acts.call)

  const changeLanguage = () => dispatch({ kind: 'change-language' })
  const clock = useClock(10_000)
  const language = visit.language ?? status.language
  const choosing = visit.language === null && call === 'none'
  const left = idle.kind === 'warning' ? idle.left : null
  const total = allowanceOf(visit)?.warnFor ?? 0
  const warns = !choosing && (call !== 'none' || step.kind !== 'token')
  return (
    <TextProvider language={language}>
      <Shell settings={settings}>
        <Top
          place={status.facility?.name ?? null}
          choosing={choosing}
          changeLanguage={choosing || settings.lower ? null : changeLanguage}
          time={clockText(clock)}
          oldList={oldListItem(status, clock)}
        />
        {call !== 'none' ? (
          <HelpScreen state={call} back={back} unfinished={step.kind !== 'language' && step.kind !== 'home'} />
        ) : choosing ? (
          <LanguageScreen speak={(chosen: Language) => dispatch({ kind: 'speak', language: chosen })} />
        ) : (
          <StepScreen {...{ visit, dispatch, acts, props, left, total, more, back }} key={step.kind} />
        )}
        {warns && left !== null ? <Clearing left={left} total={total} more={more} /> : null}
        <Dock
          settings={settings}
          change={setSettings}
          call={acts.call}
          wordless={choosing}
          changeLanguage={!choosing && settings.lower ? changeLanguage : null}
        />
      </Shell>
    </TextProvider>
  )
}
