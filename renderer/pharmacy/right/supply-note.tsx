import { useText } from '../../text/use-text.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { momentText } from '../../ui/format.ts'
import { Note } from '../../ui/note.tsx'
import { latest, useAnswer } from '../../ui/use-answer.ts'
import { Scroll } from '../../ui/scroll.tsx'
import { Written } from '../../ui/written.tsx'
import type { List, PharmacyBridge } from '../pharmacy-bridge.ts'
import { medicineText } from '../pick/dose-text.ts'

type Supply = List['supplies'][number]

interface Props {
  readonly note: Supply
  readonly now: Date
  readonly showPerson?: boolean
}

/** One emergency supply as it stays in sight: what, when, by whom and why. */
export function SupplyLine({ note: { supply, medicine, person, operator, witness }, now, showPerson = false }: Props) {
  const { t } = useText()
  const name = medicine === null ? supply.medicine : medicineText(medicine)
  const by = { moment: momentText(t, new Date(supply.at), now), one: operator, other: witness }
  return (
    <Note kind="stop" title={t('pharmacy.emergency.given', { medicine: name, count: supply.quantity })}>
      {showPerson && person !== null ? (
        <p>
          <Written text={person.name.latin} />
        </p>
      ) : null}
      <p className="meta">{t('pharmacy.emergency.given.by', by)}</p>
      <p className="meta">
        <Written text={supply.reason} />
      </p>
    </Note>
  )
}

interface ListProps {
  readonly hims: PharmacyBridge
  readonly now: Date
  readonly round: number
}

/** Every emergency supply of this hospital, and what HIMS keeps until its prescription comes. */
export function SupplyList({ hims, now, round }: ListProps) {
  const { t } = useText()
  const answer = useAnswer(`s ${round}`, () => hims.ask['supply.recent']({}))
  const supplies = latest(answer)
  const parked = latest(useAnswer(`p ${round}`, () => hims.ask['right.parked']({}))) ?? []
  return (
    <section className="panel sync-panel" aria-label={t('pharmacy.emergency.list')}>
      <div className="sync-head">
        <h2>{t('pharmacy.emergency.list')}</h2>
      </div>
      <Scroll label={t('pharmacy.emergency.list')} className="scroll grow">
        <div className="supply-list">
          {parked.map(({ title, at }) => (
            <Note key={`${at} ${title}`} kind="wait" title={<Written text={title} />}>
              <p className="meta">{t('pharmacy.parked')}</p>
              <p className="meta">{t('pharmacy.parked.next')}</p>
            </Note>
          ))}
          {answer.kind === 'refused' ? <FaultNote refusal={answer.refusal} /> : null}
          {supplies?.length === 0 ? <p className="muted">{t('pharmacy.emergency.list.none')}</p> : null}
          {(supplies ?? []).map((each) => (
            <SupplyLine key={each.supply.id} note={each} now={now} showPerson />
          ))}
        </div>
      </Scroll>
    </section>
  )
}
