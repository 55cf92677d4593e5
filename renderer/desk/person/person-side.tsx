import { useState } from 'react'
import type { ReactNode } from 'react'

import type { PersonView } from '../../../contract/desk.ts'
import type { PersonId } from '../../../domain/id.ts'
import { mayBeMother } from '../../../domain/person/newborn.ts'
import type { Person } from '../../../domain/person/person.ts'
import { useText } from '../../text/use-text.tsx'
import { answered } from '../../ui/ask.ts'
import { FaultNote } from '../../ui/fault-note.tsx'
import { latest, useAnswer } from '../../ui/use-answer.ts'
import type { DepartmentNames } from '../department-name.ts'
import type { DepartmentChoice, DeskBridge } from '../desk-bridge.ts'
import type { Pair } from '../merge/pair.ts'
import type { Wanted } from '../issue.ts'
import { DepartmentList } from './department-list.tsx'
import { likelyDepartment } from './likely-department.ts'
import type { VisitView } from '../../../contract/visit.ts'
import { ChangePanel } from '../visit/change-panel.tsx'
import { PlacePanel } from '../visit/place-panel.tsx'
import { inTurn, placeIn } from '../visit/place.ts'
import { VisitStrip } from '../visit/visit-strip.tsx'
import { ForSome, NextSteps } from './next-steps.tsx'
import { PhotoPanel } from '../register/photo-panel.tsx'
import { PersonAtOnce, PersonPanel } from './person-panel.tsx'

interface Props {
  readonly hims: DeskBridge
  readonly open: PersonId | null
  /** Whom the last scan named. */
  readonly scanned: Person | null
  readonly round: number
  readonly today: string
  readonly departments: readonly DepartmentChoice[]
  readonly departmentName: DepartmentNames
  readonly busy: boolean
  /** What is shown may not answer what was just typed, so its keys wait. */
  readonly held: boolean
  readonly note: ReactNode
  readonly onIssue: (wanted: Wanted) => void
  readonly onCards: (person: Person) => void
  readonly onSchemes: (person: Person) => void
  readonly onCorrect: (person: Person) => void
  /** Whose other record is looked for. */
  readonly twinOf: Person | null
  readonly onTwin: (person: Person) => void
  readonly onSeparate: (pair: Pair) => void
  readonly onBaby: (mother: Person) => void
}

/** Babies, and whoever was brought in without a name. */
const wearsBand = ({ bornTo, unidentified }: Person): boolean => bornTo !== undefined || unidentified !== undefined

interface NextProps extends Pick<
  Props,
  | 'hims'
  | 'round'
  | 'departmentName'
  | 'departments'
  | 'busy'
  | 'held'
  | 'onIssue'
  | 'onCards'
  | 'onSchemes'
  | 'onCorrect'
  | 'twinOf'
  | 'onTwin'
  | 'onBaby'
  | 'today'
> {
  readonly view: PersonView
  /** The photo may be another one now. */
  readonly onPhotoLooked: () => void
}

function Next({
  hims,
  round,
  departmentName,
  view,
  departments,
  busy,
  held,
  onIssue,
  onCards,
  onSchemes,
  onCorrect,
  twinOf,
  onTwin,
  onBaby,
  today,
  onPhotoLooked,
}: NextProps) {
  const [choosing, setChoosing] = useState(false)
  const [place, setPlace] = useState(inTurn)
  const [panel, setPanel] = useState<'place' | 'photo' | VisitView['id'] | null>(null)
  const personId = view.person.id
  const visits = latest(useAnswer(`${personId} ${round}`, () => hims.ask['visit.today']({ personId }))) ?? []
  const roster = latest(useAnswer(String(round), () => hims.ask['visit.roster']({}))) ?? []
  const likely = likelyDepartment(departments, view.visits)
  const give = (department: string | null, card: boolean) => {
    if (busy || held) return
    onIssue({ person: view.person, registered: false, department, card, place: placeIn(place, department, roster) })
  }
  if (panel === 'place') {
    const here = roster.filter((each) => each.department === likely?.department.code)
    return <PlacePanel place={place} roster={here} onPlace={setPlace} onBack={() => setPanel(null)} />
  }
  if (panel === 'photo') {
    const back = () => {
      setPanel(null)
      onPhotoLooked()
    }
    return <PhotoPanel hims={hims} person={view.person} onBack={back} />
  }
  const changing = visits.find(({ id }) => id === panel)
  if (changing !== undefined) {
    return <ChangePanel hims={hims} visit={changing} departments={departments} onBack={() => setPanel(null)} />
  }
  if (choosing) {
    return (
      <DepartmentList
        departments={departments}
        onBack={() => setChoosing(false)}
        onChoose={(department) => give(department, false)}
      />
    )
  }
  return (
    <>
      <VisitStrip
        visits={visits}
        place={placeIn(place, likely?.department.code ?? null, roster)}
        roster={roster}
        departmentName={departmentName}
        onPlace={() => setPanel('place')}
        onChange={({ id }) => setPanel(id)}
        more={
          <ForSome
            onBaby={mayBeMother(view.person, today) ? () => held || onBaby(view.person) : null}
            onBand={wearsBand(view.person) ? () => held || void answered(hims.ask['band.print']({ personId })) : null}
          />
        }
      />
      <NextSteps
        likely={likely}
        back={view.visits.some(({ token }) => token.department === likely?.department.code)}
        busy={busy}
        hasCard={view.cards.length > 0}
        onToken={(department) => give(department, false)}
        onCard={view.cards.length > 0 ? () => onCards(view.person) : () => give(null, true)}
        onDepartments={() => setChoosing(true)}
        twinOf={twinOf === null || twinOf.id === view.person.id ? null : twinOf.name.latin}
        onTwin={() => held || onTwin(view.person)}
        onSchemes={() => held || onSchemes(view.person)}
        onCorrect={() => held || onCorrect(view.person)}
        onPhoto={() => held || setPanel('photo')}
      />
    </>
  )
}

/** The photo of whoever is open; never for a moment the face of the one before. */
function usePhoto({ ask }: DeskBridge, open: PersonId | null, looked: number): string | null {
  const answer = useAnswer(open === null ? null : `${open} ${looked}`, async () => {
    const kept = open === null ? null : await ask['photo.of']({ personId: open })
    return { of: open, photo: kept?.photo ?? null }
  })
  const here = latest(answer)
  return here?.of === open ? here.photo : null
}

/** The right side of the first page: the chosen person, what a scan said, or what to do. */
export function PersonSide(props: Props) {
  const { hims, open, scanned, round, today, departments, departmentName, busy, held, note } = props
  const { t } = useText()
  const answer = useAnswer(open === null ? null : `${open} ${round}`, () =>
    open === null ? Promise.resolve(null) : hims.ask['person.open']({ id: open }),
  )
  const view = latest(answer)
  const [looked, setLooked] = useState(0)
  const photo = usePhoto(hims, open, looked)
  const stale = view !== null && view.person.id !== open
  if ((view === null || stale) && answer.kind !== 'refused' && scanned !== null && scanned.id === open) {
    return <PersonAtOnce person={scanned} today={today} note={note} />
  }
  if (view === null || open === null) {
    return (
      <aside className="panel person-panel empty" aria-label={t('desk.person')}>
        {note}
        {answer.kind === 'refused' ? <FaultNote refusal={answer.refusal} /> : null}
        {open === null && note === null ? <p className="muted">{t('desk.person.none')}</p> : null}
      </aside>
    )
  }
  return (
    <PersonPanel
      view={view}
      today={today}
      departmentName={departmentName}
      note={note}
      onSeparate={props.onSeparate}
      next={
        <Next
          key={view.person.id}
          hims={hims}
          round={round}
          departmentName={departmentName}
          view={view}
          departments={departments}
          busy={busy}
          held={held || stale}
          onIssue={props.onIssue}
          onCards={props.onCards}
          onSchemes={props.onSchemes}
          onCorrect={props.onCorrect}
          twinOf={props.twinOf}
          onTwin={props.onTwin}
          onBaby={props.onBaby}
          today={today}
          onPhotoLooked={() => setLooked(looked + 1)}
        />
      }
      photo={photo}
    />
  )
}
