import type { Handlers } from '../../../contract/channel.ts'
import type { StoredLot, StoredMedicine, stockChannels } from '../../../contract/stock.ts'
import { OperatorId, TerminalId } from '../../../domain/id.ts'
import { Medicine } from '../../../domain/pharmacy/medicine.ts'
import type { StockPaper } from '../../../domain/pharmacy/stock-paper.ts'

const by = OperatorId.parse('arvind-negi')
const at = '2026-11-22T03:40:00.000Z'

const medicine = (code: string, name: string, strength: string, shelf: string, more: object = {}) =>
  Medicine.parse({ code, name, strength, shelf, form: 'tablet', groups: [], ...more })

const stored = (
  of: string,
  lot: string,
  expiry: string,
  units: readonly (readonly [string, number])[],
  more: Partial<StoredLot> = {},
): StoredLot => ({
  lot: { id: `h/${of}/${lot}`, medicine: of, lot, expiry },
  hold: null,
  mark: null,
  band: null,
  stands: units.map(([store, each]) => ({ store, units: each })),
  ...more,
})

const recalled = {
  id: 'h/ranitidine/RN2207',
  state: 'recalled',
  reason: 'State drugs control, letter 118',
  at,
  by,
} as const

const metformin = medicine('metformin', 'Metformin', '500 mg', 'B 14')
const telmisartan = medicine('telmisartan', 'Telmisartan', '40 mg', 'B 22')
const ranitidine = medicine('ranitidine', 'Ranitidine', '150 mg', 'C 1')
const insulin = medicine('insulin', 'Insulin, human', '40 IU/ml', 'F 2', { form: 'injection' })

const ending = stored('telmisartan', 'TL1188', '2026-12-10', [['pharmacy', 20]], { band: 30 })
const ended = stored('telmisartan', 'TL0942', '2026-10-31', [['pharmacy', 6]], { band: 0, hold: 'expired' })
const stopped = stored('ranitidine', 'RN2207', '2027-08-31', [['main-store', 300]], {
  hold: 'recalled',
  mark: recalled,
})

const shelf: readonly StoredMedicine[] = [
  {
    medicine: insulin,
    lots: [stored('insulin', 'IN5501', '2027-02-28', [['cold-room', 48]])],
    usable: 48,
    level: null,
    request: null,
  },
  {
    medicine: metformin,
    lots: [
      stored('metformin', 'MF2607', '2027-03-31', [
        ['pharmacy', 1240],
        ['main-store', 6000],
      ]),
      stored('metformin', 'MF2701', '2027-11-30', [['main-store', 4000]]),
    ],
    usable: 11_240,
    level: { id: 'metformin', least: 5000, wanted: 20_000 },
    request: null,
  },
  { medicine: ranitidine, lots: [stopped], usable: 0, level: null, request: null },
  {
    medicine: telmisartan,
    lots: [ended, ending],
    usable: 20,
    level: { id: 'telmisartan', least: 600, wanted: 3000 },
    request: {
      id: 'telmisartan.1',
      medicine: 'telmisartan',
      quantity: 2980,
      received: 1000,
      status: 'active',
      at: '2026-11-20T05:00:00.000Z',
    },
  },
]

export const paperOf = (more: Partial<StockPaper> = {}): StockPaper => ({
  id: '01926c00-0000-4000-8000-0000000000a1',
  kind: 'received',
  store: 'main-store',
  other: 'Central store, Dwarka',
  reference: 'DC 4471',
  lines: [{ lotId: 'h/metformin/MF2701', medicine: 'metformin', expected: 4100, found: 4050, damaged: 50 }],
  at,
  by,
  witness: null,
  terminal: TerminalId.parse('01926c00-0000-7000-8000-000000000007'),
  note: '',
  ...more,
})

const four = (en: string, hi: string, pa: string, ur: string) => ({ en, hi, pa, ur })

/** A pharmacy with three stores, some of each thing to look at. */
export const stockAnswers = (): Handlers<typeof stockChannels> => ({
  'stock.stores': async () => [
    { code: 'pharmacy', name: null, label: '' },
    { code: 'main-store', name: four('Main store', 'मुख्य भंडार', 'ਮੁੱਖ ਸਟੋਰ', 'مرکزی اسٹور'), label: 'S 1' },
    { code: 'cold-room', name: four('Cold room', 'ठंडा कमरा', 'ਠੰਢਾ ਕਮਰਾ', 'ٹھنڈا کمرہ'), label: 'S 2' },
  ],
  'stock.shelf': async ({ text }) =>
    shelf.filter((each) => each.medicine.name.toLowerCase().startsWith(text.trim().toLowerCase())),
  'stock.watch': async () => ({
    ending: [
      { medicine: telmisartan, stored: ended },
      { medicine: telmisartan, stored: ending },
    ],
    stopped: [{ medicine: ranitidine, stored: stopped }],
    asked: shelf.flatMap((each) => (each.request === null ? [] : [{ request: each.request, medicine: each.medicine }])),
    papers: [
      { paper: paperOf(), by: 'Arvind Negi', names: ['Metformin'], mayTakeBack: true },
      {
        paper: paperOf({ id: '01926c00-0000-4000-8000-0000000000a2', kind: 'sent', other: 'pharmacy', reference: '' }),
        by: 'Shabnam Khan',
        names: ['Metformin'],
        mayTakeBack: false,
      },
    ],
    coming: [
      {
        paper: paperOf({
          id: '01926c00-0000-4000-8000-0000000000a3',
          kind: 'sent',
          store: 'main-store',
          other: 'pharmacy',
        }),
        by: 'Shabnam Khan',
        lines: [
          { medicine: metformin, lot: stored('metformin', 'MF2607', '2027-03-31', []).lot, unsaid: 600, missing: 600 },
        ],
      },
    ],
    cold: [
      {
        store: 'cold-room',
        readings: [{ id: '01926c00-0000-4000-8000-0000000000b1', store: 'cold-room', celsius: 4.5, at, by, done: '' }],
      },
    ],
  }),
  'stock.sheet': async () => [
    { medicine: metformin, lot: stored('metformin', 'MF2607', '2027-03-31', []).lot },
    { medicine: metformin, lot: stored('metformin', 'MF2701', '2027-11-30', []).lot },
    { medicine: telmisartan, lot: ending.lot },
  ],
  'stock.record': async (said) => {
    const again = said.kind === 'counted' && said.lines.some(({ recounted }) => !recounted)
    return again
      ? { kind: 'recount', lots: ['h/metformin/MF2607'] }
      : { kind: 'saved', paper: paperOf({ kind: said.kind, store: said.store, other: said.other }) }
  },
  'stock.arrive': async () => ({ kind: 'saved', paper: paperOf({ kind: 'arrived' }) }),
  'stock.slip': async () => null,
  'stock.take-back': async () => ({ kind: 'saved', paper: paperOf({ kind: 'sent', other: null }) }),
  'stock.mark': async () => ({ kind: 'saved' }),
  'stock.cold': async () => ({ kind: 'saved' }),
  'stock.level': async () => ({ kind: 'saved' }),
})
