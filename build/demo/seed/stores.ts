import type { Room } from '../../../domain/hospital/room.ts'
import type { Lot, StockEvent } from '../../../domain/pharmacy/medicine.ts'
import { OWN_SHELF } from '../../../domain/pharmacy/stock-ledger.ts'
import type { ColdReading, LotMark, ReorderLevel, SupplyRequest } from '../../../domain/pharmacy/stock-paper.ts'
import { OperatorId } from '../../../domain/id.ts'
import { dayAfter, momentIn } from './calendar.ts'

export interface Stores {
  readonly rooms: readonly Room[]
  readonly stock: readonly StockEvent[]
  readonly levels: readonly ReorderLevel[]
  readonly requests: readonly SupplyRequest[]
  readonly marks: readonly LotMark[]
  readonly readings: readonly ColdReading[]
}

const by = OperatorId.parse('arvind-negi')

const room = (code: string, label: string, floor: number, en: string, hi: string, pa: string, ur: string): Room => ({
  code,
  label,
  name: { en, hi, pa, ur },
  kind: 'store',
  department: null,
  floor,
  line: 'brick',
  open: true,
})

const rooms: readonly Room[] = [
  room(OWN_SHELF, 'P 3', 0, 'OPD pharmacy', 'ओपीडी दवाखाना', 'ਓਪੀਡੀ ਦਵਾਖਾਨਾ', 'او پی ڈی دواخانہ'),
  room('main-store', 'S 1', -1, 'Main medicine store', 'मुख्य दवा भंडार', 'ਮੁੱਖ ਦਵਾਈ ਸਟੋਰ', 'مرکزی دوا اسٹور'),
  room('cold-room', 'S 2', -1, 'Cold room', 'ठंडा कमरा', 'ਠੰਢਾ ਕਮਰਾ', 'ٹھنڈا کمرہ'),
]

const RECALLED = 'ranitidine'
const COMMON = ['metformin', 'paracetamol', 'amlodipine'] as const

/** Stores beside the pharmacy's shelf, what stands there, and one of each thing that a store has to look at. */
export function fitStores(lots: readonly Lot[], shelf: readonly StockEvent[], today: string): Stores {
  const moment = (days: number, minute: number): string =>
    new Date(momentIn(dayAfter(today, days), minute)).toISOString()
  const good = lots.filter(({ expiry }) => expiry > dayAfter(today, 90))
  const behind = good.filter(({ medicine }) => COMMON.some((name) => medicine.startsWith(name)))
  const stock = behind.map((lot): StockEvent => ({
    id: `main-${lot.id}`,
    lotId: lot.id,
    delta: 4000,
    reason: 'received',
    at: moment(-40, 640),
    store: 'main-store',
  }))
  const [short] = behind
  const recalled = good.find(({ medicine }) => medicine.startsWith(RECALLED)) ?? good.at(-1)
  const units = (medicine: string): number =>
    [...shelf, ...stock]
      .filter(({ lotId }) => good.some(({ id, medicine: of }) => id === lotId && of === medicine))
      .reduce((sum, { delta }) => sum + delta, 0)
  const least = short === undefined ? 0 : units(short.medicine) + 500
  return {
    rooms,
    stock,
    levels: short === undefined ? [] : [{ id: short.medicine, least, wanted: least * 2 }],
    requests:
      short === undefined
        ? []
        : [
            {
              id: `${short.medicine}.1`,
              medicine: short.medicine,
              quantity: least + 500,
              received: 0,
              status: 'active',
              at: moment(-2, 660),
            },
          ],
    marks:
      recalled === undefined
        ? []
        : [{ id: recalled.id, state: 'recalled', reason: 'Drugs control, letter 118', at: moment(-1, 700), by }],
    readings: [
      {
        id: '01926c00-0000-7000-8000-00000000c01d',
        store: 'cold-room',
        celsius: 4.5,
        at: moment(-1, 600),
        by,
        done: '',
      },
    ],
  }
}
