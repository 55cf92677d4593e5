import type { ReactNode } from 'react'

import type { StockStore } from '../../../contract/stock.ts'
import { useText } from '../../text/use-text.tsx'
import { ActionButton } from '../../ui/button.tsx'
import { momentText } from '../../ui/format.ts'
import { medicineText } from '../pick/dose-text.ts'
import type { PharmacyAnswer } from '../pharmacy-bridge.ts'
import { LotLine } from './shelf-table.tsx'
import { countText, storeText } from './stock-text.ts'

type Watch = PharmacyAnswer<'stock.watch'>

function Part({
  title,
  children,
  empty,
}: {
  readonly title: string
  readonly children: ReactNode
  readonly empty: boolean
}) {
  const { t } = useText()
  return (
    <section className="stock-part">
      <h2 className="label-line">{title}</h2>
      {empty ? <p className="muted">{t('stock.watch.none')}</p> : <ul>{children}</ul>}
    </section>
  )
}

interface Props {
  readonly watch: Watch
  readonly stores: readonly StockStore[]
  readonly now: Date
  readonly onArrive: (coming: Watch['coming'][number]) => void
  readonly onSlip: (paper: string) => void
  readonly onTakeBack: (paper: string) => void
}

interface ComingProps extends Pick<Props, 'stores' | 'now'> {
  readonly coming: Watch['coming'][number]
  readonly onArrive: () => void
}

/** A transfer that its receiver has to look at, or that was short. */
function ComingRow({ coming: { paper, by, lines }, stores, now, onArrive }: ComingProps) {
  const { t, list, language } = useText()
  const to = storeText(t, language, stores, paper.other ?? '')
  return (
    <li className="stock-watched">
      <b>{to}</b>
      {lines.map(({ medicine, lot, unsaid, missing }) => (
        <span key={lot.id}>
          <span lang="en">{medicine === null ? lot.medicine : medicineText(medicine)}</span>
          {` · ${unsaid > 0 ? t('stock.coming.unsaid', { count: unsaid }) : t('stock.coming.missing', { count: missing })}`}
        </span>
      ))}
      <span className="meta">
        {list([storeText(t, language, stores, paper.store), by, momentText(t, new Date(paper.at), now)], ' · ')}
      </span>
      <ActionButton label={t('stock.arrive.of', { paper: to })} onPress={onArrive}>
        {t('stock.arrive')}
      </ActionButton>
    </li>
  )
}

/** What a store has to look at: lots near their end, stopped lots, wishes, and the last papers. */
export function WatchList({ watch, stores, now, onArrive, onSlip, onTakeBack }: Props) {
  const { t, list, language } = useText()
  const lots = (listed: Watch['ending']) =>
    listed.map(({ medicine, stored }) => (
      <li key={stored.lot.id} className="stock-watched">
        <b lang="en">{medicineText(medicine)}</b>
        <ul className="stock-lots">
          <LotLine stored={stored} stores={stores} />
        </ul>
      </li>
    ))
  return (
    <section className="panel stock-watch" aria-label={t('stock.watch')}>
      {/* A region that scrolls must be reachable by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="scroll" tabIndex={0}>
        <Part title={t('stock.watch.asked')} empty={watch.asked.length === 0}>
          {watch.asked.map(({ request, medicine }) => (
            <li key={request.id} className="stock-watched">
              <b lang="en">{medicine === null ? request.medicine : medicineText(medicine)}</b>
              <span>
                {t('stock.asked.said', {
                  quantity: countText(request.quantity),
                  received: countText(request.received),
                })}
              </span>
            </li>
          ))}
        </Part>
        {watch.coming.length === 0 ? null : (
          <Part title={t('stock.coming')} empty={false}>
            {watch.coming.map((each) => (
              <ComingRow key={each.paper.id} coming={each} stores={stores} now={now} onArrive={() => onArrive(each)} />
            ))}
          </Part>
        )}
        <Part title={t('stock.watch.stopped')} empty={watch.stopped.length === 0}>
          {lots(watch.stopped)}
        </Part>
        <Part title={t('stock.watch.ending')} empty={watch.ending.length === 0}>
          {lots(watch.ending)}
        </Part>
        <Part title={t('stock.watch.papers')} empty={watch.papers.length === 0}>
          {watch.papers.map(({ paper, by, names, mayTakeBack }) => (
            <li key={paper.id} className="stock-watched">
              <b>{t(`stock.paper.${paper.kind}`)}</b>
              <span lang="en">{list(names)}</span>
              <span className="meta">
                {list(
                  [
                    storeText(t, language, stores, paper.store),
                    paper.other === null ? '' : storeText(t, language, stores, paper.other),
                    by,
                    momentText(t, new Date(paper.at), now),
                  ],
                  ' · ',
                )}
              </span>
              <ActionButton
                kind="bare"
                label={t('stock.slip.of', { paper: `${t(`stock.paper.${paper.kind}`)} ${list(names)}` })}
                onPress={() => onSlip(paper.id)}
              >
                {t('stock.slip')}
              </ActionButton>
              {mayTakeBack ? (
                <ActionButton
                  kind="bare"
                  label={t('stock.take-back.of', { paper: `${t(`stock.paper.${paper.kind}`)} ${list(names)}` })}
                  onPress={() => onTakeBack(paper.id)}
                >
                  {t('stock.take-back')}
                </ActionButton>
              ) : null}
            </li>
          ))}
        </Part>
      </div>
    </section>
  )
}
