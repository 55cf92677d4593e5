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
    'pick',
    {
      title:
        'cards under the pharmacy’s scanner, to the pick list on the screen, beside a plain query and page (needs a build)',
      needsWindow: true,
      run: async (size) => (await import('./pick.ts')).pick(size),
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
  [
    'pull',
    {
      title: '100,000 people over loopback into the encrypted, indexed store beside the same from memory, and PouchDB',
      run: async (size) => (await import('./pull.ts')).pull(size),
    },
  ],
  [
    'stall',
    {
      title: 'how long a page that asks and saves is held up while 100,000 people come in',
      run: async (size) => (await import('./stall.ts')).stall(size),
    },
  ],
  [
    'million',
    {
      title: 'finding one of 100,000 people in an encrypted store (HIMS_BENCH_PEOPLE=1000000 for the million)',
      run: async (size) => (await import('./million.ts')).million(size),
    },
  ],
  [
    'hims',
    {
      title: '200 terminals pushing to HIMS, singly and in batches, on both engines, beside a bare Fastify and SQLite',
      run: async (size) => (await import('./hims.ts')).hims(size),
    },
  ],
  [
    'storm',
    {
      title: 'terminals that come back at once with 2,000 records each (--scale N: how many, 50)',
      run: async (size, scale) => (await import('./storm.ts')).storm(size, scale),
    },
  ],
  [
    'summary',
    {
      title: 'one person’s summary through the FHIR face, out of everybody’s records, beside LIKE on the same rows',
      run: async (size) => (await import('./summary.ts')).summary(size),
    },
  ],
  [
    'bytes',
    {
      title: 'bytes of one push and of a row in bulk beside JSON, gzip and FHIR R4 Bundles',
      run: async (size) => (await import('./bytes.ts')).bytes(size),
    },
  ],
  [
    'recall',
    {
      title: '2,000 names typed in another script or spelling than the record’s, beside equality of one fold key',
      run: async (size) => (await import('./recall.ts')).recall(size),
    },
  ],
])
