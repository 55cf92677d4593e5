import { useState } from 'react'

import type { ScanAnswer } from '../../../contract/shell.ts'
import type { PrescriptionItemId } from '../../../domain/id.ts'
import { useText } from '../../text/use-text.tsx'
import { ActionButton } from '../../ui/button.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { Note } from '../../ui/note.tsx'
import { useHotkeys } from '../../ui/use-hotkeys.ts'
import type { Hotkeys } from '../../ui/use-hotkeys.ts'
import type { List, PharmacyBridge } from '../pharmacy-bridge.ts'
import type { Pick as Picking, PharmacyAction } from '../pharmacy-state.ts'
import { EmergencyScreen, problemText } from '../right/emergency-screen.tsx'
import { RightNote, rightTold } from '../right/right-note.tsx'
import { SupplyLine } from '../right/supply-note.tsx'
import { useClaim } from '../right/use-claim.ts'
import { CameraPanel } from '../scan/camera-panel.tsx'
import { VerdictBox } from '../scan/verdict-box.tsx'
import { judgePacks } from '../../../domain/pharmacy/pack-verdict.ts'
import { PackBox } from '../scan/pack-box.tsx'
import { PackList } from '../scan/pack-list.tsx'
import { AskScreen } from '../order/ask-screen.tsx'
import { BackScreen } from '../order/back-screen.tsx'
import { QuestionNotes } from '../order/question-notes.tsx'
import { Alerts } from './alerts.tsx'
import { CheckScreen } from './check-screen.tsx'
import { medicineText, quantityText } from './dose-text.ts'
import { LabelPreview } from './label-preview.tsx'
import { PickNotes, SayLine } from './pick-notes.tsx'
import { PickTable } from './pick-table.tsx'
import { asksTwo, asksWhy, firstToGive, linesToPick, mayAsk, openPrescriptions, planAll } from './plan.ts'
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
  readonly round: number
  readonly now: Date
  readonly today: string
  readonly isOnline: boolean
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
  if (problem.kind === 'wrong' || problem.kind === 'wait') {
    return (
      <Note kind="stop" title={t('pharmacy.emergency.refused')}>
        <p>{problemText(t, problem)}</p>
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

interface Keyed {
  readonly onGive: () => void
  readonly onOther: (() => void) | null
  /** Asking for the right, letting it go, and the emergency: each null while there is no such thing to do. */
  readonly onAsk: (() => void) | null
  readonly onLetGo: (() => void) | null
  readonly onEmergency: (() => void) | null
  /** Takes the lot of the pack that was scanned, when it may be. */
  readonly onUse: (() => void) | null
  /** Another screen has the keys. */
  readonly isOff: boolean
}

function usePickKeys(
  { dispatch, pick }: Props,
  plans: readonly Plan[],
  selected: number,
  { onGive, onOther, onAsk, onLetGo, onEmergency, onUse, isOff }: Keyed,
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
  const keys: Hotkeys = {
    ...moving,
    'Ctrl+Enter': onGive,
    F9: edit,
    ...(onUse === null ? {} : { F3: onUse }),
    ...(onOther === null ? {} : { F7: onOther }),
    ...(onAsk === null ? {} : { F6: onAsk }),
    ...(onLetGo === null ? {} : { F4: onLetGo }),
    ...(onEmergency === null ? {} : { F11: onEmergency }),
    F8: () => dispatch({ kind: 'camera', on: true }),
    Escape: () => dispatch({ kind: 'next-person' }),
  }
  useHotkeys(isOff ? {} : keys)
  return edit
}

interface ActionsProps {
  readonly plans: readonly Plan[]
  readonly busy: boolean
  /** Something has to be looked at again first. */
  readonly isAsked: boolean
  readonly canPart: boolean
  readonly onGive: () => void
  readonly onPart: () => void
  readonly onOther: (() => void) | null
}

function Actions({ plans, busy, isAsked, canPart, onGive, onPart, onOther }: ActionsProps) {
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
            under={t(isAsked ? 'safety.check.first' : owes ? 'pharmacy.give.labels-owed' : 'pharmacy.give.labels')}
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
  const { hims, list, pick, scanned, camera, round, now, today, isOnline, dispatch, onScanText, departmentName } = props
  const { t } = useText()
  const open = openPrescriptions(list)
  const at = Math.max(
    0,
    open.findIndex(({ prescription }) => prescription.id === pick.prescription),
  )
  const written = open[at]
  const plans = written === undefined ? [] : planAll(written.lines, pick.wanted, pick.lots)
  const count = plans.filter(({ give }) => give > 0).length
  const { busy, problem, give } = useGiving(hims, (done) =>
    dispatch({ kind: 'given', given: { name: list.person.name, count, ...done } }),
  )
  const next = open.length > 1 ? open[(at + 1) % open.length] : undefined
  const onOther = next === undefined ? null : () => dispatch({ kind: 'prescription', id: next.prescription.id })
  const [checking, setChecking] = useState(false)
  const isAsked = plans.some((plan) => asksWhy(plan) || asksTwo(plan))
  const isChecking = checking && isAsked
  const onGive = () => {
    if (isAsked) setChecking(true)
    else if (written !== undefined) give(written.prescription.id, plans)
  }
  const { verdicts, ticked } = judgePacks(
    pick.packs.map(({ seen }) => seen),
    linesToPick(plans),
  )
  const inHand = pick.packs.at(-1)
  const verdict = verdicts.at(-1) ?? null
  const aimed =
    verdict !== null && 'itemId' in verdict ? plans.find(({ line }) => line.item.id === verdict.itemId) : undefined
  const left = aimed === undefined ? 0 : aimed.give - (ticked[aimed.line.item.id] ?? 0)
  const onUse =
    verdict?.kind === 'other-lot' ? () => dispatch({ kind: 'lot', item: verdict.itemId, lot: verdict.lotId }) : null
  const selected = Math.min(pick.selected ?? firstToGive(plans), Math.max(0, plans.length - 1))
  const [emergency, setEmergency] = useState<PrescriptionItemId | null>(null)
  const { asking, said, claim, letGo } = useClaim(hims)
  const urgent = [plans[selected], ...plans].find(
    (plan) => (plan?.line.emergency ?? 0) > 0 && plan?.line.allergies.length === 0,
  )
  const told = written === undefined ? null : rightTold(t, written.place, isOnline)
  const id = written?.prescription.id
  const onAsk = id === undefined || told?.mayAsk !== true ? null : () => claim(id)
  const onLetGo = id === undefined || written?.place.wantedBy == null ? null : () => letGo(id)
  const onEmergency = urgent === undefined ? null : () => setEmergency(urgent.line.item.id)
  const [beside, setBeside] = useState<'ask' | 'back' | null>(null)
  const supplying = plans.find(({ line }) => line.item.id === emergency)?.line
  const isOff = supplying !== undefined || isChecking || beside !== null
  const onPart = usePickKeys(props, plans, selected, { onGive, onOther, onAsk, onLetGo, onEmergency, onUse, isOff })
  if (written === undefined) return null
  const chosen = plans[selected]
  return (
    <div className="pick">
      <Strip {...{ list, written, now, today, departmentName }} />
      <div className="pick-work">
        {beside === 'ask' && chosen !== undefined ? (
          <AskScreen
            hims={hims}
            prescription={written.prescription}
            line={chosen.line}
            isOnline={isOnline}
            onDone={() => setBeside(null)}
          />
        ) : beside === 'back' ? (
          <BackScreen hims={hims} person={list.person.id} now={now} round={round} onDone={() => setBeside(null)} />
        ) : isChecking ? (
          <CheckScreen
            hims={hims}
            plans={plans}
            busy={busy}
            problem={problem === null ? null : <Problem problem={problem} plans={plans} />}
            onGive={(looked) => give(written.prescription.id, plans, looked)}
            onBack={() => setChecking(false)}
          />
        ) : supplying === undefined ? (
          <section className="panel pick-panel" aria-label={t('pharmacy.pick')}>
            {/* A region that scrolls must be reachable by keyboard. */}
            {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
            <div className="scroll" tabIndex={0}>
              <PickTable
                plans={plans}
                ticked={ticked}
                selected={selected}
                editing={pick.editing}
                onSelect={(row) => dispatch({ kind: 'selected', at: row })}
                onWanted={(item, quantity) => dispatch({ kind: 'wanted', item, quantity })}
                onCancel={() => dispatch({ kind: 'editing', on: false })}
              />
              <div className="pick-under">
                <PickNotes plans={plans} asOf={list.asOf ?? null} now={now} isRightTold={told !== null}>
                  <RightNote
                    place={written.place}
                    isOnline={isOnline}
                    asking={asking}
                    said={said}
                    onAsk={onAsk ?? (() => {})}
                    onLetGo={onLetGo ?? (() => {})}
                  />
                  {onEmergency === null ? null : (
                    <div className="emergency-open">
                      <ActionButton cap="F11" onPress={onEmergency}>
                        {t('pharmacy.emergency')}
                      </ActionButton>
                    </div>
                  )}
                  <QuestionNotes hims={hims} prescription={written.prescription} plans={plans} now={now} />
                  {list.supplies.map((note) => (
                    <SupplyLine key={note.supply.id} note={note} now={now} />
                  ))}
                </PickNotes>
                <SayLine plans={plans} person={list.person} />
              </div>
            </div>
            <Alerts plans={plans} selected={selected} prescriber={written.prescription.prescriber}>
              {problem === null ? null : <Problem problem={problem} plans={plans} />}
            </Alerts>
            <Actions {...{ plans, busy, isAsked, onGive, onPart, onOther }} canPart={(chosen?.may ?? 0) > 0} />
          </section>
        ) : (
          <EmergencyScreen
            hims={hims}
            line={supplying}
            prescription={written.prescription}
            onBack={() => setEmergency(null)}
            onGiven={(label) =>
              dispatch({ kind: 'given', given: { name: list.person.name, count: 1, papers: [label], owed: false } })
            }
          />
        )}
        <aside className="pick-side">
          {camera ? (
            <CameraPanel onText={onScanText} onClose={() => dispatch({ kind: 'camera', on: false })} />
          ) : scanned !== null ? (
            <VerdictBox answer={scanned} />
          ) : inHand === undefined ? null : (
            <PackBox
              seen={inHand.seen}
              verdict={verdict}
              wanted={aimed === undefined ? '' : medicineText(aimed.line.medicine)}
              more={
                verdict?.kind === 'right' && aimed !== undefined && left > 0
                  ? quantityText(t, aimed.line.medicine.form, left)
                  : null
              }
              onUse={isOff ? null : onUse}
            />
          )}
          <PackList packs={pick.packs} verdicts={verdicts} />
          {isOff ? null : (
            <div className="side-keys">
              {camera ? null : (
                <ActionButton cap="F8" block onPress={() => dispatch({ kind: 'camera', on: true })}>
                  {t('pharmacy.camera.open')}
                </ActionButton>
              )}
              {chosen !== undefined && mayAsk(chosen) ? (
                <ActionButton cap="Alt 7" block onPress={() => setBeside('ask')}>
                  {t('order.ask')}
                </ActionButton>
              ) : null}
              <ActionButton cap="Alt 8" block onPress={() => setBeside('back')}>
                {t('order.back')}
              </ActionButton>
              <ActionButton cap="Esc" block onPress={() => dispatch({ kind: 'next-person' })}>
                {t('pharmacy.leave')}
              </ActionButton>
            </div>
          )}
          {chosen === undefined || chosen.give === 0 ? null : (
            <LabelPreview plan={chosen} person={list.person} today={today} />
          )}
        </aside>
      </div>
    </div>
  )
}
