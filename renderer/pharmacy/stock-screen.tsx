import { useEffect, useRef, useState } from 'react'

import { useText } from '../text/use-text.tsx'
import { groupText } from '../ui/allergy-text.ts'
import { FaultNote } from '../ui/fault-note.tsx'
import { dayText } from '../ui/format.ts'
import { Icon } from '../ui/icon/icon.tsx'
import { StateShape } from '../ui/icon/state-shape.tsx'
import { latest, useAnswer } from '../ui/use-answer.ts'
import { useDelayed } from '../ui/use-delayed.ts'
import { medicineText } from './pick/dose-text.ts'
import type { PharmacyAnswer, PharmacyBridge, Shelf } from './pharmacy-bridge.ts'

type Found = PharmacyAnswer<'stock.find'>[number]

function LotLine({ lot: { lot, here, expired } }: { readonly lot: Shelf }) {
  const { t } = useText()
  return (
    <li className={expired ? 'stock-lot expired' : 'stock-lot'}>
      {expired ? <StateShape kind="stop" /> : null}
      <span className="num">{lot.lot}</span>
      <span className="meta">
        {expired
          ? t('pharmacy.stock.expired', { date: dayText(t, lot.expiry) })
          : t('pharmacy.stock.until', { date: dayText(t, lot.expiry) })}
      </span>
      <b className="num">{here.toLocaleString('en-IN')}</b>
    </li>
  )
}

function Row({ found: { medicine, lots, here } }: { readonly found: Found }) {
  const { t } = useText()
  return (
    <tr>
      <td>
        <b lang="en">{medicineText(medicine)}</b>
        <span className="meta under">
          {t(`pharmacy.form.${medicine.form}`)}
          {medicine.groups.length === 0 ? '' : ` · ${medicine.groups.map((group) => groupText(t, group)).join(' · ')}`}
        </span>
      </td>
      <td>
        <b className="num">{medicine.shelf}</b>
      </td>
      <td>
        {lots.length === 0 ? (
          <span className="muted">{t('pharmacy.stock.no-lots')}</span>
        ) : (
          <ul className="stock-lots">
            {lots.map((lot) => (
              <LotLine key={lot.lot.id} lot={lot} />
            ))}
          </ul>
        )}
      </td>
      <td className="figure">
        <b className="num">{here.toLocaleString('en-IN')}</b>
      </td>
    </tr>
  )
}

/** What stands on this pharmacy's shelves, by medicine and lot. */
export function StockScreen({ hims, round }: { readonly hims: PharmacyBridge; readonly round: number }) {
  const { t } = useText()
  const [query, setQuery] = useState('')
  const asked = useDelayed(query.trim(), 80)
  const answer = useAnswer(`${round} ${asked}`, () => hims.ask['stock.find']({ text: asked }))
  const found = latest(answer) ?? []
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <div className="collect">
      <h1 className="spoken-only">{t('pharmacy.tab.stock')}</h1>
      <label className="collect-box">
        <Icon name="package" />
        <span className="spoken-only">{t('pharmacy.stock.label')}</span>
        <input
          ref={box}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
          placeholder={t('pharmacy.stock.placeholder')}
          autoComplete="off"
          spellCheck={false}
          maxLength={100}
          dir="auto"
        />
      </label>
      <section className="panel stock-panel" aria-label={t('pharmacy.tab.stock')}>
        {answer.kind === 'refused' ? <FaultNote refusal={answer.refusal} /> : null}
        {found.length === 0 && answer.kind === 'here' ? (
          <p className="collect-empty">{t('pharmacy.stock.none', { text: asked })}</p>
        ) : (
          // A region that scrolls must be reachable by keyboard.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          <div className="scroll" tabIndex={0}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{t('pharmacy.pick.medicine')}</th>
                  <th scope="col">{t('pharmacy.pick.shelf')}</th>
                  <th scope="col">{t('pharmacy.stock.lots')}</th>
                  <th scope="col" className="figure">
                    {t('pharmacy.stock.here')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {found.map((each) => (
                  <Row key={each.medicine.code} found={each} />
                ))}
              </tbody>
            </table>
          </div>
        )}
      </section>
    </div>
  )
}
