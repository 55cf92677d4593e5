import type { StockStore, StoredLot, StoredMedicine } from '../../../contract/stock.ts'
import { useText } from '../../text/use-text.tsx'
import { StateShape } from '../../ui/icon/state-shape.tsx'
import { medicineText } from '../pick/dose-text.ts'
import { countText, lotText, storeText } from './stock-text.ts'

interface LotProps {
  readonly stored: StoredLot
  readonly stores: readonly StockStore[]
}

export function LotLine({ stored, stores }: LotProps) {
  const { t, language } = useText()
  const { lot, hold, band, stands } = stored
  return (
    <li className={hold === null ? 'stock-lot' : 'stock-lot expired'}>
      {hold !== null ? <StateShape kind="stop" /> : null}
      <span className="num">
        {hold === null && band !== null ? <StateShape kind="care" /> : null} {lot.lot}
      </span>
      <span className="meta">{lotText(t, stored)}</span>
      <span className="stock-stands">
        {stands.map(({ store, units }) => (
          <span key={store}>
            {t('stock.stands', { store: storeText(t, language, stores, store), count: countText(units) })}
          </span>
        ))}
      </span>
    </li>
  )
}

function Row({ found, stores }: { readonly found: StoredMedicine; readonly stores: readonly StockStore[] }) {
  const { t } = useText()
  const { medicine, lots, usable, level, request } = found
  const isShort = level !== null && usable < level.least
  return (
    <tr>
      <td>
        <b lang="en">{medicineText(medicine)}</b>
        <span className="meta under">{t(`pharmacy.form.${medicine.form}`)}</span>
      </td>
      <td>
        <b className="num">{medicine.shelf}</b>
      </td>
      <td>
        {lots.length === 0 ? (
          <span className="muted">{t('pharmacy.stock.no-lots')}</span>
        ) : (
          <ul className="stock-lots">
            {lots.map((stored) => (
              <LotLine key={stored.lot.id} stored={stored} stores={stores} />
            ))}
          </ul>
        )}
      </td>
      <td className="figure">
        <b className="num">
          {isShort ? <StateShape kind="care" /> : null} {countText(usable)}
        </b>
        {level === null ? null : (
          <span className="meta under stock-wrap">{t('stock.level.said', { least: countText(level.least) })}</span>
        )}
        {request === null ? null : (
          <span className="meta under stock-wrap">
            {t('stock.asked.said', {
              quantity: countText(request.quantity),
              received: countText(request.received),
            })}
          </span>
        )}
      </td>
    </tr>
  )
}

/** Every lot of the medicines found, first to end first, and where it stands. */
export function ShelfTable({
  found,
  stores,
}: {
  readonly found: readonly StoredMedicine[]
  readonly stores: readonly StockStore[]
}) {
  const { t } = useText()
  return (
    // A region that scrolls must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="scroll" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('pharmacy.pick.medicine')}</th>
            <th scope="col">{t('pharmacy.pick.shelf')}</th>
            <th scope="col">{t('stock.column.lots')}</th>
            <th scope="col" className="figure">
              {t('stock.column.usable')}
            </th>
          </tr>
        </thead>
        <tbody>
          {found.map((each) => (
            <Row key={each.medicine.code} found={each} stores={stores} />
          ))}
        </tbody>
      </table>
    </div>
  )
}
