import { useState } from 'react'

import type { TakeBack } from '../../../contract/order.ts'
import type { VisitNoted } from '../../../contract/visit.ts'
import type { PrescriptionId, PrescriptionItemId } from '../../../domain/id.ts'
import { medicineText, quantityText } from '../../pharmacy/pick/dose-text.ts'
import { useText } from '../../text/use-text.tsx'
import { ActionButton } from '../../ui/button.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { momentText } from '../../ui/format.ts'
import { NotDoneNote } from '../../ui/not-done-note.tsx'
import type { Noted } from '../../ui/not-done-note.tsx'
import { Note } from '../../ui/note.tsx'
import { PersonNameText } from '../../ui/person-name-text.tsx'
import { Scroll } from '../../ui/scroll.tsx'
import { latest, useAnswer } from '../../ui/use-answer.ts'
import { useOnce } from '../../ui/use-once.ts'
import type { DoctorBridge } from '../doctor-bridge.ts'

interface Props {
  readonly hims: DoctorBridge
  readonly isOnline: boolean
  readonly now: Date
  readonly round: number
}

/** What is about to be taken back, while somebody makes sure. */
interface Meant {
  readonly prescriptionId: PrescriptionId
  readonly items: readonly PrescriptionItemId[]
  readonly what: string
}

type Item = TakeBack['items'][number]

const isLeft = ({ item, given, closed }: Item): boolean => closed === null && given < item.quantity
const nameOf = ({ item, medicine }: Item): string => (medicine === null ? item.medicine : medicineText(medicine))

function Line({ line, onMean }: { readonly line: Item; readonly onMean: () => void }) {
  const { t } = useText()
  const { item, medicine, given, closed } = line
  return (
    <li className="own-line">
      <span className="grow">
        <b lang="en">{nameOf(line)}</b>
        <span className="meta under">
          {closed !== null
            ? t(`order.stop.${closed}`)
            : given > 0
              ? t('order.own.given', { given, all: item.quantity })
              : medicine === null
                ? ''
                : quantityText(t, medicine.form, item.quantity)}
        </span>
      </span>
      {isLeft(line) ? (
        <ActionButton label={t('order.own.take-back.one', { medicine: nameOf(line) })} onPress={onMean}>
          {t('order.own.take-back')}
        </ActionButton>
      ) : null}
    </li>
  )
}

interface OrderProps {
  readonly order: TakeBack
  readonly now: Date
  readonly cap: string | null
  readonly onMean: (meant: Meant) => void
}

function Order({ order: { prescriptionId, name, token, writtenAt, items }, now, cap, onMean }: OrderProps) {
  const { t, list } = useText()
  const left = items.filter(isLeft)
  const mean = (lines: readonly Item[]) => () =>
    onMean({ prescriptionId, items: lines.map(({ item }) => item.id), what: list(lines.map(nameOf)) })
  return (
    <li className="own-order">
      <div className="row wrap">
        {token === null ? null : <b className="num">{token}</b>}
        {name === null ? null : <PersonNameText name={name} />}
        <span className="muted meta grow">{momentText(t, new Date(writtenAt), now)}</span>
        <ActionButton {...(cap === null ? {} : { cap })} onPress={mean(left)}>
          {t('order.own.take-back.all')}
        </ActionButton>
      </div>
      <ul>
        {items.map((line) => (
          <Line key={line.item.id} line={line} onMean={mean([line])} />
        ))}
      </ul>
    </li>
  )
}

/** Orders of this doctor that wait at the pharmacy; what is not yet given can be taken back, whole or in part. */
export function OwnOrders({ hims, isOnline, now, round }: Props) {
  const { t } = useText()
  const [meant, setMeant] = useState<Meant | null>(null)
  const [told, setTold] = useState<Noted | null>(null)
  const [again, setAgain] = useState(0)
  const answer = useAnswer(`${round} ${again}`, () => hims.ask['write.orders']({}))
  const orders = latest(answer) ?? []
  const { run } = useOnce<VisitNoted>((came) => {
    setTold(came)
    setMeant(null)
    setAgain((before) => before + 1)
  })
  const takeBack = ({ prescriptionId, items }: Meant) =>
    run(() => hims.ask['write.take-back']({ prescriptionId, items: [...items], words: '' }))
  return (
    <div className="questions">
      <h1 className="spoken-only">{t('order.own')}</h1>
      <section className="panel room-now" aria-label={t('order.own.title')}>
        <Scroll label={t('order.own.title')}>
          <h2 className="heading">{t('order.own.title')}</h2>
          {answer.kind === 'refused' ? <FaultNote refusal={answer.refusal} /> : null}
          {told === null ? null : told.kind === 'noted' ? (
            <Note kind={isOnline ? 'ok' : 'wait'} title={t(isOnline ? 'order.own.done' : 'order.own.done.offline')} />
          ) : (
            <NotDoneNote why={told} changed={t('order.changed')} />
          )}
          {meant === null ? null : (
            <Note kind="care" title={t('order.own.sure', { what: meant.what })}>
              <p>{t('order.own.sure.next')}</p>
              <span className="row wrap">
                <ActionButton kind="go" cap="Enter" onPress={() => takeBack(meant)}>
                  {t('order.own.take-back')}
                </ActionButton>
                <ActionButton cap="Esc" onPress={() => setMeant(null)}>
                  {t('order.own.leave')}
                </ActionButton>
              </span>
            </Note>
          )}
          {answer.kind === 'here' && orders.length === 0 ? <p className="muted">{t('order.own.none')}</p> : null}
          <ul className="own-orders">
            {orders.map((order, at) => (
              <Order
                key={order.prescriptionId}
                order={order}
                now={now}
                cap={at < 9 && meant === null ? String(at + 1) : null}
                onMean={setMeant}
              />
            ))}
          </ul>
        </Scroll>
      </section>
    </div>
  )
}
