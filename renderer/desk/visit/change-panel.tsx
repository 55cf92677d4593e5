import { useState } from 'react'

import type { VisitNoted, VisitView } from '../../../contract/visit.ts'
import type { Priority } from '../../../domain/hospital/visit-event.ts'
import { useText } from '../../text/use-text.tsx'
import { ActionButton } from '../../ui/button.tsx'
import { DepartmentSign } from '../../ui/icon/department-sign.tsx'
import { NotDoneNote } from '../../ui/not-done-note.tsx'
import type { Noted } from '../../ui/not-done-note.tsx'
import { Note } from '../../ui/note.tsx'
import { useHotkeys } from '../../ui/use-hotkeys.ts'
import type { Hotkeys } from '../../ui/use-hotkeys.ts'
import { useOnce } from '../../ui/use-once.ts'
import type { DepartmentChoice, DeskBridge } from '../desk-bridge.ts'
import { PriorityChoice, priorityKeys } from './place-panel.tsx'
import { stageText } from './stage-text.ts'

interface Props {
  readonly hims: DeskBridge
  readonly visit: VisitView
  readonly departments: readonly DepartmentChoice[]
  readonly onBack: () => void
}

type Page = 'menu' | 'move' | 'priority' | 'cancel'
const reasons = ['left', 'mistake', 'other-day', 'elsewhere'] as const

interface PageProps extends Pick<Props, 'visit' | 'departments'> {
  readonly hims: DeskBridge
  readonly say: (ask: () => Promise<VisitNoted>) => void
}

function Move({ hims, visit, departments, say }: PageProps) {
  const { t, language } = useText()
  const move = (department: string) => () =>
    say(() => hims.ask['visit.move']({ visitId: visit.id, department, doctor: null }))
  const others = departments.filter(({ department }) => department.code !== visit.department)
  const keys: Hotkeys = Object.fromEntries(
    others.slice(0, 9).map(({ department }, at) => [String(at + 1), move(department.code)]),
  )
  useHotkeys(keys)
  return (
    <>
      <p className="muted tight">{t('visit.move.keeps', { token: visit.label })}</p>
      {others.map(({ department }, at) => (
        <ActionButton
          key={department.code}
          block
          {...(at < 9 ? { cap: String(at + 1) } : {})}
          onPress={move(department.code)}
        >
          <span className="with-sign">
            <DepartmentSign sign={department.sign} />
            {department.name[language]}
          </span>
        </ActionButton>
      ))}
    </>
  )
}

function Cancel({ hims, visit, say }: PageProps) {
  const { t } = useText()
  const cancel = (reason: (typeof reasons)[number]) => () =>
    say(() => hims.ask['visit.cancel']({ visitId: visit.id, reason: t(`visit.cancel.${reason}`) }))
  useHotkeys(Object.fromEntries(reasons.map((reason, at) => [String(at + 1), cancel(reason)])))
  return (
    <>
      <b>{t('visit.cancel.why')}</b>
      {reasons.map((reason, at) => (
        <ActionButton key={reason} block cap={String(at + 1)} onPress={cancel(reason)}>
          {t(`visit.cancel.${reason}`)}
        </ActionButton>
      ))}
    </>
  )
}

function Priorities({ hims, visit, say }: PageProps) {
  const choose = (priority: Priority) => say(() => hims.ask['visit.prioritise']({ visitId: visit.id, priority }))
  useHotkeys(priorityKeys(choose))
  return <PriorityChoice value={visit.priority} onChoose={choose} />
}

function Menu({ hims, visit, say, onPage }: PageProps & { readonly onPage: (page: Page) => void }) {
  const { t } = useText()
  const restore = () => say(() => hims.ask['visit.restore']({ visitId: visit.id }))
  const isCancelled = visit.stage === 'cancelled'
  const isSeen = visit.stage === 'seen'
  useHotkeys(
    isCancelled
      ? { '1': restore }
      : {
          '1': () => onPage('move'),
          ...(isSeen ? {} : { '2': () => onPage('priority'), '3': () => onPage('cancel') }),
        },
  )
  if (isCancelled) {
    return (
      <ActionButton block cap="1" onPress={restore}>
        {t('visit.restore')}
      </ActionButton>
    )
  }
  return (
    <>
      <ActionButton block cap="1" onPress={() => onPage('move')}>
        {t('visit.move')}
      </ActionButton>
      {isSeen ? null : (
        <>
          <ActionButton block cap="2" onPress={() => onPage('priority')}>
            {t('visit.priority')}
          </ActionButton>
          <ActionButton block cap="3" onPress={() => onPage('cancel')}>
            {t('visit.cancel')}
          </ActionButton>
        </>
      )}
    </>
  )
}

/** A visit of today after its number was given: sent on, put first, cancelled, taken back. */
export function ChangePanel({ hims, visit, departments, onBack }: Props) {
  const { t } = useText()
  const [page, setPage] = useState<Page>('menu')
  const [told, setTold] = useState<Noted | null>(null)
  const { run: say } = useOnce<VisitNoted>((answer) => {
    setTold(answer)
    setPage('menu')
  })
  const back = () => (page === 'menu' ? onBack() : setPage('menu'))
  useHotkeys({ Escape: back, 'Alt+6': onBack, F11: undefined })
  const part = { hims, visit, departments, say }
  return (
    <div className="next departments">
      <div className="row">
        <span className="grow">
          <b className="num">{visit.label}</b> {stageText(t, visit)}
        </span>
        <ActionButton kind="bare" cap="Esc" onPress={back}>
          {t('visit.back')}
        </ActionButton>
      </div>
      {told?.kind === 'noted' ? <Note kind="ok" title={t('visit.noted')} /> : null}
      {told === null || told.kind === 'noted' ? null : <NotDoneNote why={told} changed={t('visit.changed')} />}
      {page === 'menu' ? <Menu {...part} onPage={setPage} /> : null}
      {page === 'move' ? <Move {...part} /> : null}
      {page === 'priority' ? <Priorities {...part} /> : null}
      {page === 'cancel' ? <Cancel {...part} /> : null}
    </div>
  )
}
