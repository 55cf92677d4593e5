import { useState } from 'react'

import type { ScanAnswer } from '../../../contract/shell.ts'
import type { PersonGroup } from '../../../domain/person/person-change.ts'
import { useText } from '../../text/use-text.tsx'
import { ActionButton } from '../../ui/button.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { KeyCap } from '../../ui/key-cap.tsx'
import { NotSavedNote } from '../../ui/not-saved-note.tsx'
import { Scroll } from '../../ui/scroll.tsx'
import { useHotkeys } from '../../ui/use-hotkeys.ts'
import { namesOf } from '../department-name.ts'
import type { DepartmentChoice, DeskBridge } from '../desk-bridge.ts'
import type { DeskAction } from '../desk-state.ts'
import type { Wanted } from '../issue.ts'
import { ScanNote } from '../scan/scan-note.tsx'
import { likelyDepartment } from '../person/likely-department.ts'
import { evidenceIn, saying, sourceOf } from './code-fill.ts'
import type { CodeFill } from './code-fill.ts'
import { CodeNote } from './code-note.tsx'
import { progressOf, readDraft } from './draft.ts'
import type { DraftText } from './draft.ts'
import { FamilyRow, NumberRow, Phone, QueueField, ServiceRow } from './family-and-home.tsx'
import type { FieldSource, FormPart } from './form-part.ts'
import { LikelyPerson, PhoneFamily } from './likely-panel.tsx'
import { factAt } from './fact-at.ts'
import { seenSource, turned } from './known-how.ts'
import type { FactField } from './known-how.ts'
import { moveInForm } from './move-in-form.ts'
import { NameFields } from './name-fields.tsx'
import { stillLikely } from './save-state.ts'
import type { SaveState } from './save-state.ts'
import { SexAndBirth } from './sex-and-birth.tsx'
import { SupervisorWord } from './supervisor-word.tsx'
import { useLookups } from './use-lookups.ts'
import { useSaving } from './use-saving.ts'

interface Props {
  readonly hims: DeskBridge
  readonly draft: DraftText
  readonly fills: readonly CodeFill[]
  /** A form that was begun for somebody else and is kept. */
  readonly aside: DraftText | null
  /** A code that could not be used, read while the form was open. */
  readonly scanned: ScanAnswer | null
  readonly departments: readonly DepartmentChoice[]
  readonly today: string
  readonly dispatch: (action: DeskAction) => void
  readonly onIssue: (wanted: Wanted) => void
}

function SaveNote({ step }: Pick<SaveState, 'step'>) {
  if (step.kind === 'refused') return <FaultNote refusal={step.refusal} />
  if (step.kind !== 'not-saved') return null
  return <NotSavedNote cause={step.cause} />
}

/** The code a box came from, or a paper; or, where the latest code says something else, that and a way to take it. */
function sourceFor(
  draft: DraftText,
  fills: readonly CodeFill[],
  field: FactField,
  change: (some: Partial<DraftText>) => void,
): FieldSource | null {
  if (field === 'ward') return null
  const from = sourceOf(draft, fills, field)
  if (from !== null) return { kind: 'from', identity: from.identity, says: from.says }
  const [latest] = fills
  if (latest?.says[field] === undefined) return seenSource(draft, field)
  const says = saying(latest.says, field)
  return { kind: 'differs', identity: latest.identity, says, use: () => change(says) }
}

function Keys() {
  const { t } = useText()
  return (
    <span className="form-keys meta muted">
      <span>
        <KeyCap name="Enter" /> {t('desk.new.key.next')}
      </span>
      <span>
        <KeyCap name="↑" /> {t('desk.new.key.back')}
      </span>
      <span>
        <KeyCap name="Esc" /> {t('desk.new.key.leave')}
      </span>
    </span>
  )
}

interface FootProps {
  readonly draft: DraftText
  readonly saving: boolean
  readonly fact: PersonGroup
  readonly onSave: (give: boolean) => void
  readonly onSeen: () => void
}

function FormFoot({ draft, saving, fact, onSave, onSeen }: FootProps) {
  const { t } = useText()
  return (
    <div className="form-foot">
      <ActionButton kind="go" cap="Ctrl Enter" size="tall" onPress={() => onSave(true)}>
        {t(saving ? 'desk.new.saving' : 'desk.new.save')}
      </ActionButton>
      <ActionButton cap="F6" size="tall" onPress={() => onSave(false)}>
        {t('desk.new.save-only')}
      </ActionButton>
      <ActionButton cap="F5" size="tall" onPress={onSeen}>
        {t(draft.seen.includes(fact) ? 'register.told.turn' : 'register.seen.turn', { what: t(`merge.group.${fact}`) })}
      </ActionButton>
    </div>
  )
}

/** A new person: what is typed is checked beside its field, and whoever looks the same stands beside the form. */
export function NewPersonScreen(props: Props) {
  const { hims, fills, aside, scanned, departments, today, dispatch } = props
  const { t, language } = useText()
  const draft = {
    ...props.draft,
    department: props.draft.department ?? likelyDepartment(departments, [])?.department.code ?? null,
  }
  const evidence = evidenceIn(draft, fills, today)
  const saving = useSaving({ hims, draft, evidence, fills, today, onIssue: props.onIssue })
  const { state, problems, form, save } = saving
  const read = readDraft(draft, today)
  const { filled, all } = progressOf(draft)
  const { suggestions, likely, onPhone } = useLookups(hims, draft, read)
  const open = stillLikely(state, likely)
  const top = open[0]
  const same = () => {
    if (top !== undefined) dispatch({ kind: 'same-person', id: top.person.id })
  }
  const someoneElse = () => saving.dispatch({ kind: 'someone-else', ids: open.map(({ person }) => person.id) })
  const move = (by: 1 | -1) => void moveInForm(form.current, by)
  const [fact, setFact] = useState<PersonGroup>('name')
  useHotkeys({
    Enter: () => move(1),
    ArrowUp: () => move(-1),
    Escape: () => dispatch({ kind: 'go', place: 'find' }),
    'Ctrl+Enter': () => void save(true),
    F6: () => void save(false),
    F7: top === undefined ? undefined : same,
    F8: top === undefined ? undefined : someoneElse,
  })
  const change = (some: Partial<DraftText>) => dispatch({ kind: 'drafted', draft: { ...draft, ...some } })
  const onSeen = () => change(turned(draft, fact))
  useHotkeys({ F5: onSeen })
  const [code] = fills
  const part: FormPart = {
    draft,
    change,
    source: (field) => sourceFor(draft, fills, field, change),
    places: (text) => hims.ask['place.suggest']({ text: text.slice(0, 80) }),
    touch: (field) => saving.dispatch({ kind: 'touched', fields: [field] }),
    shown: (field) => {
      const problem = problems[field]
      if (problem === undefined || !state.touched.includes(field)) return null
      return t(`desk.problem.${problem}`)
    },
  }
  return (
    <div className="new-person">
      <section className="panel form-panel" aria-label={t('desk.new.title')}>
        <div className="form-head">
          <h1>{t('desk.new.title')}</h1>
          <span className="meta muted grow">{t('desk.new.filled', { filled, all })}</span>
          <Keys />
        </div>
        {code === undefined ? null : (
          <CodeNote
            draft={draft}
            fill={code}
            aside={aside === null ? null : aside.latin || aside.own}
            onClear={() => dispatch({ kind: 'clear-code' })}
            onUseAll={() => change(code.says)}
          />
        )}
        {scanned === null ? null : <ScanNote answer={scanned} />}
        <div className="form-grid scroll" ref={form} onFocus={(event) => setFact(factAt(event.target) ?? fact)}>
          <div className="span-7">
            <NameFields {...part} suggestions={suggestions} />
          </div>
          <div className="span-5 stack">
            <SexAndBirth {...part} today={today} />
            <Phone {...part} users={onPhone.length} today={today} />
          </div>
          <FamilyRow {...part} today={today} />
          <ServiceRow {...part} last={<QueueField draft={draft} change={change} departments={departments} />} />
          <NumberRow {...part} />
        </div>
        <SaveNote step={state.step} />
        <FormFoot
          draft={draft}
          saving={state.step.kind === 'saving'}
          fact={fact}
          onSave={(give) => void save(give)}
          onSeen={onSeen}
        />
      </section>
      <aside className="panel likely-panel" aria-label={t('desk.likely')}>
        <Scroll label={t('desk.likely')}>
          {state.step.kind === 'ask-supervisor' ? (
            <SupervisorWord hims={hims} hits={state.step.likely} onWord={() => void save(true)} />
          ) : top === undefined || read === null ? (
            <p className="likely-none muted">{t(read === null ? 'desk.likely.later' : 'desk.likely.none')}</p>
          ) : (
            <LikelyPerson
              draft={read}
              hit={top}
              others={open.length - 1}
              departmentName={namesOf(departments, language)}
              asked={state.step.kind === 'look-first'}
              onSame={same}
              onElse={someoneElse}
            />
          )}
        </Scroll>
        <PhoneFamily hits={onPhone} today={today} />
      </aside>
    </div>
  )
}
