import type { ScanAnswer } from '../../../contract/shell.ts'
import { useText } from '../../text/use-text.tsx'
import { ActionButton } from '../../ui/button.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { Note } from '../../ui/note.tsx'
import { useHotkeys } from '../../ui/use-hotkeys.ts'
import type { Hotkeys } from '../../ui/use-hotkeys.ts'
import type { List, PharmacyBridge } from '../pharmacy-bridge.ts'
import type { Pick as Picking, PharmacyAction } from '../pharmacy-state.ts'
import { CameraPanel } from '../scan/camera-panel.tsx'
import { VerdictBox } from '../scan/verdict-box.tsx'
import { medicineText } from './dose-text.ts'
import { LabelPreview } from './label-preview.tsx'
import { PickNotes, SayLine } from './pick-notes.tsx'
import { PickTable } from './pick-table.tsx'
import { firstToGive, openPrescriptions, planAll } from './plan.ts'
import type { Plan } from './plan.ts'
import { Strip } from './strip.tsx'
import { useGiving } from './use-giving.ts'
import type { GiveProblem } from './use-giving.ts'

interface Props {
  readonly hims: PharmacyBridge
  readonly list: List
  readonly pick: Picking
  readonly scanned: ScanAnswer | null
  readonly camera: boolean
  readonly now: Date
  readonly today: string
  readonly dispatch: (action: PharmacyAction) => void
  readonly onScanText: (text: string) => void
  readonly departmentName: (code: string) => string
}

function Problem({ problem, plans }: { readonly problem: GiveProblem; readonly plans: readonly Plan[] }) {
  const { t } = useText()
  if (problem.kind === 'fault') return <FaultNote refusal={problem.refusal} />
  if (problem.kind === 'not-saved') {
    return (
      <Note kind="stop" title={t('pharmacy.not-saved')}>
        <p className="meta">{t(`pharmacy.not-saved.${problem.cause}`)}</p>
      </Note>
    )
  }
  const line = plans.find(({ line: { item } }) => item.id === problem.itemId)?.line
  return (
    <Note
      kind="stop"
      title={t('pharmacy.refused', { medicine: line === undefined ? '' : medicineText(line.medicine) })}
    >
      <p className="meta">{t(`pharmacy.refused.${problem.reason}`)}</p>
    </Note>
  )
}

function usePickKeys(
  { dispatch, pick }: Props,
  plans: readonly Plan[],
  selected: number,
  onGive: () => void,
  onOther: (() => void) | null,
) {
  const last = plans.length - 1
  const select = (at: number) => () => dispatch({ kind: 'selected', at: Math.max(0, Math.min(last, at)) })
  const digits: Hotkeys = Object.fromEntries(
    plans.slice(0, 9).flatMap((_, at): readonly (readonly [string, () => void])[] => [
      [String(at + 1), select(at)],
      [`Ctrl+${at + 1}`, select(at)],
    ]),
  )
  const edit = () => {
    if ((plans[selected]?.may ?? 0) > 0) dispatch({ kind: 'editing', on: true })
  }
  const moving: Hotkeys = pick.editing
    ? {}
    : { ...digits, ArrowUp: select(selected - 1), ArrowDown: select(selected + 1) }
  useHotkeys({
    ...moving,
    'Ctrl+Enter': onGive,
    F9: edit,
    ...(onOther === null ? {} : { F7: onOther }),
    F8: () => dispatch({ kind: 'camera', on: true }),
    Escape: () => dispatch({ kind: 'next-person' }),
  })
  return edit
}

interface ActionsProps {
  readonly plans: readonly Plan[]
  readonly busy: boolean
  readonly canPart: boolean
  readonly onGive: () => void
  readonly onPart: () => void
  readonly onOther: (() => void) | null
}

function Actions({ plans, busy, canPart, onGive, onPart, onOther }: ActionsProps) {
  const { t } = useText()
  const count = plans.filter(({ give }) => give > 0).length
  const owes = plans.some(({ owed }) => owed > 0)
  return (
    <div className="pick-actions">
      <div className="grow">
        {count === 0 || busy ? (
          <ActionButton
            kind="later"
            cap="Ctrl Enter"
            size="tall"
            block
            under={busy ? null : t('pharmacy.give.none-why')}
          >
            {busy ? t('pharmacy.giving') : t('pharmacy.give.none')}
          </ActionButton>
        ) : (
          <ActionButton
            kind="go"
            cap="Ctrl Enter"
            size="tall"
            block
            under={owes ? t('pharmacy.give.labels-owed') : t('pharmacy.give.labels')}
            onPress={onGive}
          >
            {t('pharmacy.give', { count })}
          </ActionButton>
        )}
      </div>
      {onOther === null ? null : (
        <ActionButton cap="F7" size="tall" onPress={onOther}>
          {t('pharmacy.other')}
        </ActionButton>
      )}
      {canPart ? (
        <ActionButton cap="F9" size="tall" onPress={onPart}>
          {t('pharmacy.part')}
        </ActionButton>
      ) : (
        <ActionButton kind="later" cap="F9" size="tall">
          {t('pharmacy.part')}
        </ActionButton>
      )}
    </div>
  )
}

/** One person's medicines: what to take from which shelf, what may not be given, and the label as it will print. */
export function PickScreen(props: Props) {
  const { hims, list, pick, scanned, camera, now, today, dispatch, onScanText, departmentName } = props
  const { t } = useText()
  const open = openPrescriptions(list)
  const at = Math.max(
    0,
    open.findIndex(({ prescription }) => prescription.id === pick.prescription),
  )
  const written = open[at]
  const plans = written === undefined ? [] : planAll(written.lines, pick.wanted)
  const count = plans.filter(({ give }) => give > 0).length
  const { busy, problem, give } = useGiving(hims, (done) =>
    dispatch({ kind: 'given', given: { name: list.person.name, count, ...done } }),
  )
  const next = open.length > 1 ? open[(at + 1) % open.length] : undefined
  const onOther = next === undefined ? null : () => dispatch({ kind: 'prescription', id: next.prescription.id })
  const onGive = () => {
    if (written !== undefined) give(written.prescription.id, plans)
  }
  const selected = Math.min(pick.selected ?? firstToGive(plans), Math.max(0, plans.length - 1))
  const onPart = usePickKeys(props, plans, selected, onGive, onOther)
  if (written === undefined) return null
  const chosen = plans[selected]
  return (
    <div className="pick">
      <Strip {...{ list, written, now, today, departmentName }} />
      <div className="pick-work">
        <section className="panel pick-panel" aria-label={t('pharmacy.pick')}>
          {/* A region that scrolls must be reachable by keyboard. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <div className="scroll" tabIndex={0}>
            <PickTable
              plans={plans}
              selected={selected}
              editing={pick.editing}
              onSelect={(row) => dispatch({ kind: 'selected', at: row })}
              onWanted={(item, quantity) => dispatch({ kind: 'wanted', item, quantity })}
              onCancel={() => dispatch({ kind: 'editing', on: false })}
            />
            <div className="pick-under">
              {problem === null ? null : <Problem problem={problem} plans={plans} />}
              <PickNotes plans={plans} prescriber={written.prescription.prescriber} />
              <SayLine plans={plans} person={list.person} />
            </div>
          </div>
          <Actions {...{ plans, busy, onGive, onPart, onOther }} canPart={(chosen?.may ?? 0) > 0} />
        </section>
        <aside className="pick-side">
          {camera ? (
            <CameraPanel onText={onScanText} onClose={() => dispatch({ kind: 'camera', on: false })} />
          ) : scanned === null ? null : (
            <VerdictBox answer={scanned} />
          )}
          <div className="side-keys">
            {camera ? null : (
              <ActionButton cap="F8" block onPress={() => dispatch({ kind: 'camera', on: true })}>
                {t('pharmacy.camera.open')}
              </ActionButton>
            )}
            <ActionButton cap="Esc" block onPress={() => dispatch({ kind: 'next-person' })}>
              {t('pharmacy.leave')}
            </ActionButton>
          </div>
          {chosen === undefined || chosen.give === 0 ? null : (
            <LabelPreview plan={chosen} person={list.person} today={today} />
          )}
        </aside>
      </div>
    </div>
  )
}
