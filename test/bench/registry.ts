import type { Bench } from './figure.ts'

/** Every bench by the name that `npm run bench -- NAME` takes; what one needs is loaded when it runs. */
export const benches: ReadonlyMap<string, Bench> = new Map<string, Bench>([
  [
    'search',
    {
      title: 'finding one of 5,000 people, letter by letter, in four scripts, beside LIKE on a plain table',
      run: async (size) => (await import('./search.ts')).search(size),
    },
  ],
  [
    'save',
    {
      title: 'registering a person (likeness check, encrypted, FULL, index, outbox, audit) beside one plain INSERT',
      run: async (size) => (await import('./save.ts')).save(size),
    },
  ],
  [
    'scan',
    {
      title:
        'reading cards in 312 frames harmed in 13 ways beside zxing-wasm, @zxing/library, jsQR and zbar, then judging one',
      run: async (size) => (await import('./scan.ts')).scan(size),
    },
  ],
  [
    'print',
    {
      title: 'drawing and encoding a token slip and a card in four languages beside plain pdfkit pages',
      run: async (size) => (await import('./print.ts')).print(size),
    },
  ],
  [
    'camera',
    {
      title: 'cards held before the desk’s camera, from the first frame to the person on the screen (needs a build)',
      needsWindow: true,
      run: async (size) => (await import('./camera.ts')).camera(size),
    },
  ],
  [
    'card-pdf',
    {
      title: "1,000 two-sided cards as one PDF beside Chromium's printToPDF of the same design",
      run: async (size) => (await import('./card-pdf.ts')).cardPdf(size),
    },
  ],
  [
    'card-level',
    {
      title: 'the same cards at QR levels Q and M, printed, worn by the same harm and photographed: which is read more',
      run: async (size) => (await import('./card-level.ts')).cardLevel(size),
    },
  ],
  [
    'card-list',
    {
      title: 'signed lists of 20 million cards and of their keys beside Token Status List, Bloom filter and JWKS',
      run: async (size) => (await import('./card-list.ts')).cardList(size),
    },
  ],
])
