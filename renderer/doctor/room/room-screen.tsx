import type { QueueLine, SeatChoice } from '../../../contract/doctor.ts'
import type { VisitNoted } from '../../../contract/visit.ts'
import { useText } from '../../text/use-text.tsx'
import { ActionButton } from '../../ui/button.tsx'
import { clockText, dayOf } from '../../ui/format.ts'
import { Note } from '../../ui/note.tsx'
import { Scroll } from '../../ui/scroll.tsx'
import { useHotkeys } from '../../ui/use-hotkeys.ts'
import { useOnce } from '../../ui/use-once.ts'
import type { DoctorAnswer, DoctorBridge } from '../doctor-bridge.ts'
import type { DoctorAction, Told } from '../doctor-state.ts'
import { ToldNote } from '../told-note.tsx'
import { EarlyPanel } from './early-panel.tsx'
import { PatientFacts, PatientHead } from './patient-panel.tsx'
import { QueuePanel } from './queue-panel.tsx'

interface Props {
  readonly hims: DoctorBridge
  readonly room: DoctorAnswer<'room.now'>
  readonly seat: SeatChoice
  readonly early: QueueLine | null
  readonly told: Told | null
  readonly isOnline: boolean
  /** How many questions pharmacies have for this room. */
  readonly asked: number
  readonly now: Date
  readonly dispatch: (action: DoctorAction) => void
  readonly again: () => void
}

/** One thing at a time: a key that bounces calls nobody twice. */
const useNoting = ({ dispatch, again }: Pick<Props, 'dispatch' | 'again'>) =>
  useOnce<VisitNoted>((answer) => {
    dispatch({ kind: 'told', told: answer.kind === 'noted' ? null : answer })
    again()
  })

type Current = DoctorAnswer<'room.now'>['current']

function Notes({ room, onSeen }: Pick<Props, 'room'> & { readonly onSeen: (line: QueueLine) => void }) {
  const { t } = useText()
  const { current, elsewhere } = room
  const lost = current?.line.lost ?? []
  return (
    <>
      {lost.length === 0 ? null : <Note kind="care" title={t('visit.lost', { room: lost.join(', ') })} />}
      {elsewhere === null ? null : (
        <Note kind="care" title={t('visit.elsewhere', { token: elsewhere.label, room: elsewhere.room ?? '' })}>
          <p>{t('visit.elsewhere.next')}</p>
          <ActionButton onPress={() => onSeen(elsewhere)}>{t('visit.elsewhere.seen')}</ActionButton>
        </Note>
      )}
    </>
  )
}

interface StepsProps extends Pick<Props, 'hims' | 'room' | 'dispatch'> {
  readonly current: Current
  readonly noting: ReturnType<typeof useNoting>
}

/** What the keys do now: with somebody in the room, and without. */
function Steps({ hims, room, current, noting, dispatch }: StepsProps) {
  const { t } = useText()
  const { next, last } = room
  const { run } = noting
  const line = current?.line
  const nextWho = next === null ? undefined : next.line.label
  const done = (was: 'seen' | 'absent') => () =>
    run(() => hims.ask['room.next']({ current: line === undefined ? null : { visitId: line.visitId, was } }))
  const note = (kind: 'again' | 'seen') => () => {
    if (line !== undefined) run(() => hims.ask['room.note']({ kind, visitId: line.visitId }))
  }
  const back = () => {
    if (last !== null) run(() => hims.ask['room.note']({ kind: 'restored', visitId: last.visitId }))
  }
  const write = () => {
    if (line !== undefined) dispatch({ kind: 'write', line })
  }
  const call = line === undefined && next === null ? undefined : done('seen')
  useHotkeys({
    F9: call,
    ...(line === undefined
      ? { Enter: call, F4: last === null ? undefined : back }
      : { F7: note('again'), F8: done('absent'), F11: note('seen') }),
  })
  if (line === undefined) {
    return (
      <div className="steps-now">
        {next === null ? null : (
          <ActionButton kind="go" size="big" block cap="F9" onPress={done('seen')} end={<Figure text={nextWho} />}>
            {t('visit.call-next')}
          </ActionButton>
        )}
        {last === null ? null : (
          <ActionButton block cap="F4" onPress={back} under={t('visit.last', lastSaid(last))}>
            {t('visit.take-back')}
          </ActionButton>
        )}
      </div>
    )
  }
  return (
    <div className="steps-now">
      <ActionButton kind="go" size="big" block cap="F9" onPress={done('seen')} end={<Figure text={nextWho} />}>
        {next === null ? t('visit.seen-only') : t('visit.seen-next')}
      </ActionButton>
      <div className="steps-more">
        <ActionButton block cap="F6" onPress={write}>
          {t('visit.tab.write')}
        </ActionButton>
        <ActionButton block cap="F7" onPress={note('again')}>
          {t('visit.again')}
        </ActionButton>
        <ActionButton block cap="F8" onPress={done('absent')} under={t('visit.absent.then')}>
          {t('visit.absent')}
        </ActionButton>
        <ActionButton block cap="F11" onPress={note('seen')}>
          {t('visit.seen-only')}
        </ActionButton>
      </div>
    </div>
  )
}

const Figure = ({ text }: { readonly text: string | undefined }) =>
  text === undefined ? null : <span className="figure-token">{text}</span>

const lastSaid = ({ label, calledAt }: QueueLine) => ({
  token: label,
  time: calledAt === null ? '' : clockText(new Date(calledAt)),
})

/** Who is in the room or comes next, and everybody who waits. */
export function RoomScreen({ hims, room, seat, early, told, isOnline, asked, now, dispatch, again }: Props) {
  const { t, language } = useText()
  const noting = useNoting({ dispatch, again })
  const { current, next } = room
  const shown = current ?? next
  const today = dayOf(now)
  const seen = ({ visitId }: QueueLine) => noting.run(() => hims.ask['room.note']({ kind: 'seen', visitId }))
  const calledAt = current?.line.calledAt ?? null
  return (
    <div className="room">
      <h1 className="spoken-only">{t('visit.tab.room')}</h1>
      <section className="panel room-now" aria-label={t(current === null ? 'visit.next' : 'visit.in-room')}>
        <Scroll label={t(current === null ? 'visit.next' : 'visit.in-room')}>
          <ToldNote told={told} isOnline={isOnline} />
          {asked === 0 ? null : (
            <Note kind="care" title={t('order.room.asks', { count: asked })}>
              <ActionButton onPress={() => dispatch({ kind: 'go', place: 'questions' })}>
                {t('order.room.see')}
              </ActionButton>
            </Note>
          )}
          <Notes room={room} onSeen={seen} />
          {shown === null ? (
            <Note kind="ok" title={t('visit.nobody')}>
              <p>{t('visit.nobody.next', { department: seat.department.name[language] })}</p>
            </Note>
          ) : (
            <>
              <p className={current === null ? 'heading' : 'heading now-heading'}>
                {t(current === null ? 'visit.next' : 'visit.in-room')}
                {calledAt === null ? null : (
                  <span className="muted">
                    {' · '}
                    {t('visit.called-at', { count: current?.line.calls ?? 1, time: clockText(new Date(calledAt)) })}
                  </span>
                )}
              </p>
              <PatientHead patient={shown} today={today} />
              <PatientFacts patient={shown} />
            </>
          )}
        </Scroll>
        {early === null ? (
          <Steps hims={hims} room={room} current={current} noting={noting} dispatch={dispatch} />
        ) : (
          <EarlyPanel
            line={early}
            isBusy={current !== null}
            onBack={() => dispatch({ kind: 'early', line: null })}
            onCall={(why) =>
              noting.run(() => hims.ask['room.note']({ kind: 'out-of-turn', visitId: early.visitId, why }))
            }
          />
        )}
      </section>
      <QueuePanel
        queue={room.queue}
        others={room.others}
        now={now}
        today={today}
        onEarly={(line) => dispatch({ kind: 'early', line })}
      />
    </div>
  )
}
