import { JobId } from '../../domain/id.ts'
import { QUARANTINE } from '../../domain/pharmacy/give-back-rule.ts'
import type { StockPaper } from '../../domain/pharmacy/stock-paper.ts'
import type { StockSlip } from '../../domain/print/document.ts'
import { textIn } from '../../domain/text/catalogue.ts'
import type { Bench } from './bench.ts'
import { localMinute } from './local-time.ts'
import { storesHere } from './stock-view.ts'
import { nameOf } from './visit-desk.ts'

/** Prints the slip of a paper that is known here; null where it cannot be. */
export function printSlip(bench: Bench, id: string): JobId | null {
  const paper = bench.store.shared.stock_paper.get(id)
  const slip = paper === null ? null : slipOf(bench, paper)
  if (slip === null) return null
  const job = JobId.parse(bench.newId())
  const saved = bench.save((write) => {
    write.print(
      job,
      slip,
      slip.lines
        .map(({ medicine }) => medicine)
        .join(', ')
        .slice(0, 120),
    )
    write.audit('stock.slip', id)
  })
  return saved.ok ? job : null
}

function slipOf(bench: Bench, paper: StockPaper): StockSlip | null {
  const { store } = bench
  const { facility, language, label } = store.device.read()
  if (facility === null) return null
  const { kind, other, reference, lines, at, by, witness } = paper
  const t = textIn(language)
  const stores = storesHere(bench)
  const named = (code: string | null): string => {
    const known = stores.find((each) => each.code === code)
    if (known === undefined) return code ?? ''
    return known.name?.[language] ?? t(code === QUARANTINE ? 'stock.store.quarantine' : 'stock.store.pharmacy')
  }
  const [from, to] = kind === 'sent' || kind === 'destroyed' ? [paper.store, other] : [other, paper.store]
  // What a paper answers is named by an id that says nothing to people.
  const isAnswer = store.shared.stock_paper.get(reference) !== null
  return {
    kind: 'stock-slip',
    language,
    facility,
    what: kind,
    from: named(from),
    to: named(to),
    reference: isAnswer ? '' : reference,
    lines: lines.map(({ lotId, medicine: code, expected, found, damaged }) => {
      const lot = store.shared.lot.get(lotId)
      const medicine = store.shared.medicine.get(code)
      return {
        medicine: medicine === null ? code : `${medicine.name} ${medicine.strength}`.trim(),
        lot: lot?.lot ?? lotId,
        expiry: lot?.expiry ?? null,
        expected,
        found,
        damaged,
      }
    }),
    by: [nameOf(bench, by), ...(witness === null ? [] : [nameOf(bench, witness)])],
    at: localMinute(new Date(at)),
    printedAt: localMinute(bench.now()),
    counter: label,
    copy: 1,
  }
}
