import { useState } from 'react'

import type { DayView } from '../../../contract/day.ts'
import type { TerminalStatus } from '../../../contract/shell.ts'
import { OperatorId } from '../../../domain/id.ts'
import type { PersonId } from '../../../domain/id.ts'
import { useText } from '../../text/use-text.tsx'
import { ActionButton } from '../../ui/button.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { dayText } from '../../ui/format.ts'
import { Scroll } from '../../ui/scroll.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { latest, useAnswer } from '../../ui/use-answer.ts'
import { useHotkeys } from '../../ui/use-hotkeys.ts'
import type { DeskBridge } from '../desk-bridge.ts'
import { DayToldNote } from './day-told.tsx'
import { LineList } from './line-list.tsx'
import { NumberList } from './number-list.tsx'
import type { Shown } from './number-list.tsx'
import { Overview } from './overview.tsx'
import { SignForm } from './sign-form.tsx'
import type { Form, Typed } from './sign-form.tsx'
import { useDayWork } from './use-day-work.ts'
import type { DayWork } from './use-day-work.ts'

interface Props {
  readonly hims: DeskBridge
  readonly status: TerminalStatus
  readonly now: Date
  /** Grows whenever the records changed. */
  readonly round: number
  readonly onBack: () => void
  readonly onPerson: (id: PersonId) => void
}

interface FootProps {
  readonly hims: DeskBridge
  readonly view: DayView
  readonly work: DayWork
  readonly onForm: (form: Form) => void
}

/** Signing, handing over, and the report on either paper. */
function Foot({ hims, view, work, onForm }: FootProps) {
  const { t, language } = useText()
  const [what, setWhat] = useState<'shift' | 'day'>('day')
  const isSigned = view.standing.kind === 'signed'
  const form = isSigned ? 'reopen' : 'sign'
  const print = (on: 'ticket' | 'page') => () =>
    work.once(
      () => hims.ask['day.print']({ day: view.day, what: view.isToday ? what : 'day', on, language }),
      () => {},
    )
  const hand = view.isToday ? () => onForm('hand') : undefined
  useHotkeys({ F5: () => onForm(form), F6: hand, F7: print('ticket'), F8: print('page') })
  return (
    <div className="form-foot">
      <ActionButton kind={isSigned ? 'plain' : 'go'} cap="F5" size="tall" onPress={() => onForm(form)}>
        {t(`day.${form}`)}
      </ActionButton>
      {hand === undefined ? null : (
        <ActionButton cap="F6" size="tall" onPress={hand}>
          {t('day.hand')}
        </ActionButton>
      )}
      {view.isToday ? (
        <Segmented
          label={t('day.print.what')}
          quiet
          segments={(['day', 'shift'] as const).map((value) => ({ value, label: t(`day.print.${value}`) }))}
          value={what}
          onChange={setWhat}
        />
      ) : null}
      <ActionButton cap="F7" size="tall" onPress={print('ticket')}>
        {t('day.print.roll')}
      </ActionButton>
      <ActionButton cap="F8" size="tall" onPress={print('page')}>
        {t('day.print.page')}
      </ActionButton>
    </div>
  )
}

function asked(hims: DeskBridge, view: DayView, form: Form, { who, pin, note, explained }: Typed) {
  const operator = OperatorId.parse(who)
  if (form === 'hand') return hims.ask['day.hand']({ to: operator, pin, note })
  if (form === 'sign') {
    return hims.ask['day.sign']({ day: view.day, supervisor: operator, pin, note, explained: [...explained] })
  }
  const statement = view.standing.kind === 'signed' ? view.standing.said.statement.id : ''
  return hims.ask['day.reopen']({ statement, supervisor: operator, pin, note })
}

/** What this desk did on a day, list by list, and who answers for it. */
export function DayScreen({ hims, status, now, round, onBack, onPerson }: Props) {
  const { t } = useText()
  const [day, setDay] = useState<string | null>(null)
  const [shown, setShown] = useState<Shown>('overview')
  const [form, setForm] = useState<Form | null>(null)
  const [own, setOwn] = useState(0)
  const answer = useAnswer(`${day} ${round} ${own}`, () => hims.ask['day.open']({ day }))
  const view = latest(answer)
  const work = useDayWork()
  const again = () => setOwn((before) => before + 1)
  const leave = () => (day === null ? onBack() : setDay(null))
  useHotkeys({ Escape: leave })
  const open = (next: Form) => {
    work.quiet()
    setForm(next)
  }
  const done = (typed: Typed) => {
    if (view === null || form === null) return
    work.once(
      () => asked(hims, view, form, typed),
      () => {
        setForm(null)
        setShown('overview')
        again()
      },
    )
  }
  const title = view === null ? t('day.tab') : t('day.title', { day: dayText(t, view.day), desk: view.label })
  return (
    <div className="day-screen">
      <section className="panel day-left" aria-label={title}>
        <div className="sheet-head">
          <h1>{title}</h1>
        </div>
        {view === null ? null : <NumberList view={view} shown={shown} onShow={setShown} />}
        <div className="list-foot">
          <ActionButton cap="Esc" onPress={leave}>
            {t(day === null ? 'desk.back' : 'day.today')}
          </ActionButton>
        </div>
      </section>
      <section
        className="panel day-right"
        aria-label={t(shown === 'overview' ? 'day.overview' : `day.number.${shown}`)}
      >
        {answer.kind === 'refused' ? <FaultNote refusal={answer.refusal} /> : null}
        {view === null && answer.kind !== 'refused' ? <p className="sheet-empty muted">{t('day.loading')}</p> : null}
        {view !== null && form !== null ? (
          <SignForm key={form} form={form} view={view} busy={work.busy} onLeave={() => setForm(null)} onDone={done} />
        ) : null}
        {view !== null && form === null ? (
          <Scroll label={t(shown === 'overview' ? 'day.overview' : `day.number.${shown}`)}>
            {shown === 'overview' ? (
              <Overview view={view} status={status} now={now} onDay={setDay} />
            ) : (
              <>
                <h2 className="day-part">{t(`day.number.${shown}`)}</h2>
                <LineList hims={hims} day={view.day} number={shown} round={round} onPerson={onPerson} />
              </>
            )}
          </Scroll>
        ) : null}
        <DayToldNote told={work.told} />
        {view !== null && form === null ? <Foot hims={hims} view={view} work={work} onForm={open} /> : null}
      </section>
    </div>
  )
}
