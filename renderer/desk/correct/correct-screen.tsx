import { useRef, useState } from 'react'

import type { PersonId } from '../../../domain/id.ts'
import type { PersonGroup } from '../../../domain/person/person-change.ts'
import { bloodGroups } from '../../../domain/person/person.ts'
import { useText } from '../../text/use-text.tsx'
import { ActionButton } from '../../ui/button.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { Note } from '../../ui/note.tsx'
import { Scroll } from '../../ui/scroll.tsx'
import { useHotkeys } from '../../ui/use-hotkeys.ts'
import type { DeskBridge } from '../desk-bridge.ts'
import { MergeToldNote } from '../merge/merge-told.tsx'
import { useMergeWork } from '../merge/use-merge-work.ts'
import { checkedFields } from '../new-person/draft.ts'
import type { DraftField, Problems } from '../new-person/draft.ts'
import { FamilyRow, NumberRow, Phone, ServiceRow } from '../new-person/family-and-home.tsx'
import type { FormPart } from '../new-person/form-part.ts'
import { factAt } from '../new-person/fact-at.ts'
import { seenSource, turned } from '../new-person/known-how.ts'
import { moveInForm, moveToNextFact } from '../new-person/move-in-form.ts'
import { NameFields } from '../new-person/name-fields.tsx'
import { SexAndBirth } from '../new-person/sex-and-birth.tsx'
import { useLookups } from '../new-person/use-lookups.ts'
import { ChangeList } from './change-list.tsx'
import { FamilyScreen } from './family-screen.tsx'
import { HistoryList } from './history-list.tsx'
import { asBefore, changedGroups, problemsIn, readChange, sourcesOfChange } from './correct-text.ts'
import type { Correction, CorrectText, ReadChange } from './correct-text.ts'

interface Props {
  readonly hims: DeskBridge
  readonly correction: Correction
  readonly today: string
  readonly onText: (text: CorrectText) => void
  /** Leaves the form with nothing saved, or after all is. */
  readonly onLeave: (open: PersonId) => void
}

type Stage =
  | { readonly kind: 'editing' }
  | { readonly kind: 'family' }
  | { readonly kind: 'saved'; readonly change: ReadChange }
  | { readonly kind: 'undone' }

const unknownGroup = 'unknown'

/** Says what was saved; the same key again takes it back, as a correction of its own. */
function Saved({ hims, correction, stage, onStage, onLeave }: SavedProps) {
  const { t } = useText()
  const work = useMergeWork()
  const { id } = correction.person
  const undo = () => {
    if (stage.kind !== 'saved') return
    const { was, set } = stage.change
    work.once(
      () => hims.ask['person.correct']({ personId: id, was: set, set: was, sources: correction.person.sources }),
      () => onStage({ kind: 'undone' }),
    )
  }
  const leave = () => onLeave(id)
  useHotkeys({ Enter: leave, Escape: leave, F9: stage.kind === 'saved' ? undo : undefined })
  return (
    <section
      className="panel merge-panel"
      aria-label={t('merge.correct.title', { name: correction.person.name.latin })}
    >
      <div className="sheet-head">
        <h1>{t('merge.correct.title', { name: correction.person.name.latin })}</h1>
      </div>
      <Scroll label={t('merge.changes')}>
        {stage.kind === 'saved' ? (
          <>
            <Note kind="ok" title={t('merge.saved')}>
              <p className="meta">{t('merge.saved.next')}</p>
            </Note>
            <ChangeList change={stage.change} onBack={null} />
          </>
        ) : (
          <Note kind="ok" title={t('merge.undone')}>
            <p className="meta">{t('merge.undone.next')}</p>
          </Note>
        )}
      </Scroll>
      <MergeToldNote told={work.told} />
      <div className="form-foot">
        <ActionButton kind="go" cap="Enter" size="tall" onPress={leave}>
          {t('merge.correct.done')}
        </ActionButton>
        {stage.kind === 'saved' ? (
          <ActionButton cap="F9" size="tall" onPress={undo}>
            {t('merge.undo')}
          </ActionButton>
        ) : null}
      </div>
    </section>
  )
}

interface SavedProps extends Pick<Props, 'hims' | 'correction' | 'onLeave'> {
  readonly stage: Exclude<Stage, { readonly kind: 'editing' | 'family' }>
  readonly onStage: (stage: Stage) => void
}

interface EditingProps extends Props {
  readonly onStage: (stage: Stage) => void
}

function Editing({ hims, correction, today, onText, onLeave, onStage }: EditingProps) {
  const { t } = useText()
  const form = useRef<HTMLDivElement>(null)
  const [touched, setTouched] = useState<readonly DraftField[]>([])
  const work = useMergeWork()
  const { person, text } = correction
  const problems = problemsIn(correction, today)
  const [fact, setFact] = useState<PersonGroup>('name')
  const { suggestions } = useLookups(hims, text, null)
  const change = (some: Partial<CorrectText>) => {
    work.quiet()
    onText({ ...text, ...some })
  }
  const family = () => onStage({ kind: 'family' })
  const read = readChange(correction, today)
  const changed = changedGroups(correction)
  const save = () => {
    if (read === null || Object.keys(problems).length > 0) {
      setTouched(checkedFields)
      setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"], .wrong input')?.focus())
      return
    }
    work.once(
      () => hims.ask['person.correct']({ personId: person.id, ...read, sources: sourcesOfChange(correction, read) }),
      ({ was, set }) => onStage({ kind: 'saved', change: { was, set } }),
    )
  }
  useHotkeys({
    Enter: () => void moveInForm(form.current, 1),
    ArrowUp: () => void moveInForm(form.current, -1),
    Escape: () => onLeave(person.id),
    'Ctrl+Enter': save,
    F6: family,
    F8: () => moveToNextFact(form.current),
    F5: () => change(turned(text, fact)),
  })
  const part: FormPart = {
    draft: text,
    change,
    source: (field) => seenSource(text, field),
    places: (typed) => hims.ask['place.suggest']({ text: typed.slice(0, 80) }),
    touch: (field) => setTouched((before) => [...before, field]),
    shown(field) {
      const problem = problems[field]
      return problem === undefined || !touched.includes(field) ? null : t(`desk.problem.${problem}`)
    },
  }
  const title = t('merge.correct.title', { name: person.name.latin })
  return (
    <>
      <section className="panel form-panel" aria-label={title}>
        <div className="form-head">
          <h1 className="grow">{title}</h1>
          <ActionButton kind="bare" cap="F6" onPress={family}>
            {t('merge.family.open')}
          </ActionButton>
          <ActionButton kind="bare" cap="F8" onPress={() => moveToNextFact(form.current)}>
            {t('merge.correct.next-fact')}
          </ActionButton>
        </div>
        <div className="form-grid scroll" ref={form} onFocus={(event) => setFact(factAt(event.target) ?? fact)}>
          <div className="span-7">
            <NameFields {...part} suggestions={isNameTouched(correction) ? suggestions : []} />
          </div>
          <div className="span-5 stack">
            <SexAndBirth {...part} today={today} />
            <Phone {...part} users={0} today={today} />
          </div>
          <FamilyRow {...part} today={today} />
          <ServiceRow
            {...part}
            last={
              <ChoiceField
                label={t('merge.group.bloodGroup')}
                empty={t('merge.unknown')}
                choices={[
                  { value: unknownGroup, label: t('register.blood.unknown') },
                  ...bloodGroups.map((value) => ({ value, label: value })),
                ]}
                value={text.bloodGroup}
                onChange={(value) => change({ bloodGroup: value === unknownGroup ? null : value })}
              />
            }
          />
          <NumberRow {...part} />
        </div>
        <MergeToldNote told={work.told} />
        <div className="form-foot">
          <ActionButton kind="go" cap="Ctrl Enter" size="tall" onPress={save}>
            {t(work.busy ? 'desk.new.saving' : 'merge.correct.save')}
          </ActionButton>
          <ActionButton cap="Esc" size="tall" onPress={() => onLeave(person.id)}>
            {t('merge.correct.leave')}
          </ActionButton>
          <ActionButton cap="F5" size="tall" onPress={() => change(turned(text, fact))}>
            {t(text.seen.includes(fact) ? 'register.told.turn' : 'register.seen.turn', {
              what: t(`merge.group.${fact}`),
            })}
          </ActionButton>
        </div>
      </section>
      <aside className="panel likely-panel" aria-label={t('merge.changes')}>
        <Scroll label={t('merge.changes')}>
          <h2 className="change-head">{t('merge.changes')}</h2>
          {changed.length === 0 ? <p className="likely-none muted">{t('merge.changes.none')}</p> : null}
          {read === null && changed.length > 0 ? (
            <p className="likely-none muted">{t('merge.changes.unread')}</p>
          ) : null}
          {read === null || changed.length === 0 ? null : (
            <ChangeList change={readable(read, problems)} onBack={(group) => change(asBefore(correction, group))} />
          )}
          <HistoryList hims={hims} person={person} />
        </Scroll>
      </aside>
    </>
  )
}

/** A name that stands as it was needs no choices; one without its own script does. */
const isNameTouched = ({ first, text }: Correction): boolean =>
  text.own.trim() === '' || text.latin !== first.latin || text.own !== first.own

/** What is typed and cannot be read yet would look like something taken away. */
function readable({ was, set }: ReadChange, { phone, pin, abha }: Problems): ReadChange {
  const less = (groups: ReadChange['set']): ReadChange['set'] => ({
    ...groups,
    ...(phone === undefined ? {} : { phone: undefined }),
    ...(pin === undefined ? {} : { address: undefined }),
    ...(abha === undefined ? {} : { abha: undefined }),
  })
  return { was: less(was), set: less(set) }
}

/** Somebody's details in the form they were registered with; what changes stands beside it, and saving can be undone. */
export function CorrectScreen(props: Props) {
  const [stage, setStage] = useState<Stage>({ kind: 'editing' })
  if (stage.kind === 'family') {
    const { hims, correction, today, onLeave } = props
    const back = () => setStage({ kind: 'editing' })
    return <FamilyScreen hims={hims} person={correction.person} today={today} onBack={back} onOpen={onLeave} />
  }
  if (stage.kind !== 'editing') {
    return (
      <div className="merge-screen">
        <Saved {...props} stage={stage} onStage={setStage} />
      </div>
    )
  }
  return (
    <div className="new-person">
      <Editing {...props} onStage={setStage} />
    </div>
  )
}
