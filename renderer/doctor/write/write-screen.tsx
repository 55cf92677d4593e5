import { useRef, useState } from 'react'

import type { PatientView } from '../../../contract/doctor.ts'
import type { Medicine } from '../../../domain/pharmacy/medicine.ts'
import { medicineText } from '../../pharmacy/pick/dose-text.ts'
import { useText } from '../../text/use-text.tsx'
import { answered } from '../../ui/ask.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Note } from '../../ui/note.tsx'
import { Scroll } from '../../ui/scroll.tsx'
import { latest, useAnswer } from '../../ui/use-answer.ts'
import { useHotkeys } from '../../ui/use-hotkeys.ts'
import type { DoctorAnswer, DoctorBridge } from '../doctor-bridge.ts'
import type { DoctorAction, Draft, DraftItem, Told } from '../doctor-state.ts'
import { PatientFacts, PatientHead } from '../room/patient-panel.tsx'
import { ToldNote } from '../told-note.tsx'
import { ItemForm } from './item-form.tsx'
import { MedicineFind } from './medicine-find.tsx'
import { OrderPanel } from './order-panel.tsx'

interface Props {
  readonly hims: DoctorBridge
  readonly room: DoctorAnswer<'room.now'>
  readonly draft: Draft | null
  readonly told: Told | null
  readonly today: string
  readonly round: number
  readonly dispatch: (action: DoctorAction) => void
}

/** What the doctor ordered before, each set as one press. */
function Lately({ hims, onTake }: Pick<Props, 'hims'> & { readonly onTake: (items: readonly DraftItem[]) => void }) {
  const { t, list } = useText()
  const sets = latest(useAnswer('lately', () => hims.ask['write.lately']({}))) ?? []
  if (sets.length === 0) return null
  return (
    <div className="lately">
      <b className="heading">{t('visit.write.lately')}</b>
      <ul>
        {sets.map(({ id, items }) => (
          <li key={id}>
            <ActionButton
              block
              onPress={() =>
                onTake(
                  items.map((item) => ({ ...item, known: item.medicine, medicine: item.medicine.code, again: false })),
                )
              }
            >
              <span lang="en">{list(items.map(({ medicine }) => medicineText(medicine)))}</span>
            </ActionButton>
          </li>
        ))}
      </ul>
    </div>
  )
}

interface WritingProps extends Pick<Props, 'hims' | 'told' | 'today' | 'round' | 'dispatch'> {
  readonly patient: PatientView
  readonly draft: Draft
}

function Writing({ hims, told, today, round, dispatch, patient, draft }: WritingProps) {
  const { t } = useText()
  const [chosen, setChosen] = useState<Medicine | null>(null)
  const under = useRef(false)
  const { items, personId, visitId } = draft
  const said = items.map(({ medicine, dose, days, quantity, again }) => ({ medicine, dose, days, quantity, again }))
  const checked = useAnswer(items.length === 0 ? null : `${round} ${JSON.stringify(said)}`, () =>
    hims.ask['write.check']({ personId, items: said }),
  )
  const codes = items.map(({ medicine }) => ({ medicine }))
  const looked = useAnswer(items.length === 0 ? null : `${round} ${JSON.stringify(codes)}`, () =>
    hims.ask['write.look']({ personId, items: codes }),
  )
  const stops = items.length === 0 ? [] : (latest(checked) ?? [])
  const isReady = checked.kind === 'here' && items.length > 0 && stops.every((stop) => stop === null)
  const onItems = (next: readonly DraftItem[]) => dispatch({ kind: 'items', items: next })
  const give = async () => {
    if (!isReady || under.current) return
    under.current = true
    const answer = await answered(hims.ask['write.give']({ personId, visitId, items: said }))
    under.current = false
    if (!answer.ok) return dispatch({ kind: 'told', told: { kind: 'fault', refusal: answer.problem } })
    const { value } = answer
    if (value.kind === 'given') return dispatch({ kind: 'given', counter: value.counter })
    return dispatch({ kind: 'told', told: value.kind === 'stopped' ? { kind: 'changed-meanwhile' } : value })
  }
  useHotkeys({
    'Ctrl+Enter': () => void give(),
    ...(chosen === null ? { Escape: () => dispatch({ kind: 'go', place: 'room' }) } : {}),
  })
  return (
    <div className="room">
      <h1 className="spoken-only">{t('visit.tab.write')}</h1>
      <section className="panel write" aria-label={t('visit.write.for')}>
        <Scroll label={t('visit.write.for')}>
          <ToldNote told={told} isOnline />
          <PatientHead patient={patient} today={today} />
          <PatientFacts patient={patient} />
          {chosen === null ? (
            <>
              <MedicineFind hims={hims} onChoose={setChosen} />
              {items.length === 0 ? <Lately hims={hims} onTake={onItems} /> : null}
            </>
          ) : (
            <ItemForm
              key={chosen.code}
              medicine={chosen}
              onBack={() => setChosen(null)}
              onAdd={(item) => {
                onItems([...items, item])
                setChosen(null)
              }}
            />
          )}
        </Scroll>
      </section>
      <OrderPanel
        items={items}
        stops={stops}
        looks={items.length === 0 ? [] : (latest(looked) ?? [])}
        ready={isReady ? (patient.line.person?.name.latin ?? patient.line.label) : null}
        onItems={onItems}
        onGive={() => void give()}
      />
    </div>
  )
}

/** Medicines for whoever is in the room, signed and given to the pharmacy. */
export function WriteScreen({ room, draft, dispatch, ...more }: Props) {
  const { t } = useText()
  const back = () => dispatch({ kind: 'go', place: 'room' })
  const { current } = room
  const own = current !== null && draft !== null && current.line.visitId === draft.visitId
  useHotkeys(own ? {} : { Escape: back })
  if (own) return <Writing {...more} dispatch={dispatch} patient={current} draft={draft} key={draft.visitId} />
  return (
    <div className="seats">
      <h1 className="spoken-only">{t('visit.tab.write')}</h1>
      <Note kind="care" title={t('visit.write.nobody')} />
      <ActionButton cap="Esc" onPress={back}>
        {t('visit.back')}
      </ActionButton>
    </div>
  )
}
