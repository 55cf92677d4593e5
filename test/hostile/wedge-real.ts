import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { chromium } from 'playwright'
import type { Browser } from 'playwright'

import { randomFrom } from '../../build/demo/seed/random.ts'
import type { Random } from '../../build/demo/seed/random.ts'
import { findChromium } from '../../build/host/chromium.ts'
import { desk } from '../../contract/desk.ts'
import { BASE45, TEST_CODE } from '../../domain/scan/layout-test.ts'
import { pairingCode } from '../../domain/scan/pairing-code.ts'
import { isOurs } from '../../domain/scan/prefix.ts'
import { deskAnswers, now } from '../fake/bridge/desk-answers.ts'
import { isExecutableFile } from '../../build/host/chromium.ts'
import { openPage } from '../fake/bridge/open-page.ts'
import { builtPages, serveFolder } from '../fake/bridge/serve-pages.ts'
import { layouts, xKeyboard } from '../fake/scanner/x-keyboard.ts'
import type { Layout, XKeyboard } from '../fake/scanner/x-keyboard.ts'
import { makeHome } from './card-home.ts'
import type { Kept, Trial } from './promise.ts'

const fieldsInPage = readFileSync(join(import.meta.dirname, 'in-page-fields.js'), 'utf8')

/** Where the focus is when the scanner types. `form` is the desk's own form for a new person. */
const places = [
  '#search',
  '#x-text',
  '#x-number',
  '#x-password',
  '#x-area',
  '#x-editable',
  '#x-button',
  '#x-check',
  '#x-radio-1',
  '#x-select',
  'body',
  'header button',
  'footer button',
  '#x-date',
  '#x-empty-date',
  '#x-time',
  'dialog',
  'palette',
  'list',
  'form',
] as const
type Place = (typeof places)[number]

/** How scanners are set: most type the code alone; some name its kind, put a letter before it, or type numbers with Alt. */
const settings = ['plain', 'plain', 'plain', 'aim', 'letter', 'alt'] as const

/** A scanner strikes no slower than this, in milliseconds: a machine that has other things to do may. */
const LONGEST_GAP = 60
const MEAN_GAP = 30
/** A key that is struck or heard of later than this may be shown for a moment, in milliseconds. */
const LATE = 40
/** So often a scan is struck again because the machine stalled. */
const MOST_STALLS = 40

/** Pauses between the strokes of a scanner, in milliseconds: fast, usual, slow; a large letter takes two strokes. */
const pauses = [1, 2, 4, 8, 10] as const

interface Page {
  readonly desk: Awaited<ReturnType<typeof openPage<typeof desk>>>
  readonly keys: XKeyboard
}

const browserOn = (display: string): Promise<Browser> => {
  const executablePath = findChromium({
    environment: process.env,
    platform: process.platform,
    isExecutable: isExecutableFile,
  })
  if (executablePath === null) throw new Error('There is no Chromium on this machine')
  const args = [
    '--window-position=0,0',
    '--disable-features=Translate',
    '--disable-gpu',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ]
  return chromium.launch({ executablePath, args, headless: false, env: { ...process.env, DISPLAY: display } })
}

function codesFrom(random: Random): () => string {
  const cards = makeHome(random, 60).cards.map(({ text }) => text)
  const digits = (count: number) => Array.from({ length: count }, () => random.between(0, 9)).join('')
  const hex = (count: number) => Buffer.from(random.bytes(count)).toString('hex').toUpperCase()
  const kinds: readonly (() => string)[] = [
    () => random.pick(cards),
    () => `DLV1:${hex(4)}-${hex(2)}-${hex(2)}-${hex(2)}-${hex(6)}`,
    () => pairingCode(random.bytes(32)),
    () => TEST_CODE,
    () => `DLH1:${Array.from({ length: 45 }, () => random.pick(Array.from(BASE45))).join('')}A`,
    () => `{"hidn":"91-${digits(4)}-${digits(4)}-${digits(4)}","name":"Asha Devi","gender":"F","dob":"14-3-1968"}`,
    () => digits(random.between(60, 260)),
    () => `shc:/${digits(80)}`,
    () => `NCFOXN%TSMAHN-HTCQ7:R2LSO65J6G3V1CQ.2${hex(20)}`,
  ]
  return () => random.pick(kinds)()
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

async function focus({ desk: { page } }: Page, place: Place, random: Random): Promise<void> {
  // A scan that a stalled machine tore apart may have struck keys of the page.
  while ((await page.locator('.palette').count()) > 0) {
    // A scan that has not ended yet takes every key for its own.
    await pause(400)
    await page.keyboard.press('Escape')
  }
  if (!(await page.locator('#search').isVisible())) await page.keyboard.press('F2')
  await page.locator('#search').waitFor()
  if (place === 'form') {
    await page.keyboard.press('F3')
    const inputs = page.locator('.form-grid input, .form-grid button')
    await inputs.first().waitFor()
    await inputs.nth(random.between(0, (await inputs.count()) - 1)).focus()
  } else if (place === 'list') {
    await page.keyboard.press('F3')
    await page.locator('.form-grid [aria-haspopup=listbox]').first().press('Enter')
    await page.getByRole('listbox').waitFor()
  } else if (place === 'palette') {
    await page.keyboard.press('F10')
    await page.locator('.palette input').waitFor()
  } else if (place === 'dialog') await page.evaluate('globalThis.wedgeBook.ask()')
  else if (place === 'body') await page.evaluate('document.activeElement?.blur()')
  else await page.locator(place).first().focus()
}

/** Back to where every place can be reached. */
async function leave({ desk: { page } }: Page, place: Place): Promise<void> {
  if (place === 'dialog') await page.evaluate("document.querySelector('dialog').close()")
  if (place === 'palette' || place === 'list') await page.keyboard.press('Escape')
}

interface Typed {
  readonly setting: (typeof settings)[number]
  readonly gap: number
}

/** Types a code as a scanner that is set so would; a letter before other people's codes would belong to them. */
async function type({ keys }: Page, code: string, end: string, random: Random): Promise<Typed> {
  const setting = random.pick(settings)
  const gap = random.pick(pauses)
  if (setting === 'alt' && code.length <= 200) await keys.typeWithAlt(code, end, Math.min(gap, 4))
  else await keys.type((setting === 'aim' ? ']Q1' : setting === 'letter' && isOurs(code) ? '@' : '') + code + end, gap)
  return { setting, gap }
}

interface Book {
  readonly changed: readonly string[]
  readonly typed: number
  readonly pressed: number
  readonly gaps: readonly number[]
  readonly late: number
}

interface Outcome {
  readonly right: boolean
  readonly clean: boolean
  /** Null where keys came so late that the page had to take them for a person's, or others stood before the code. */
  readonly unseen: boolean | null
  /** The machine was too busy to strike keys as a scanner does: what was not read right was not tried. */
  readonly stalled: boolean
  readonly note: string
}

/** One scan with real keys into the real page; then what the page asked and what its fields hold. */
async function scanOnce(page: Page, code: string, place: Place, random: Random): Promise<Outcome> {
  const { desk: opened } = page
  await focus(page, place, random)
  await opened.page.evaluate('globalThis.wedgeBook.open()')
  const from = opened.asked.length
  const end = random.pick(['\r', '\t', ''])
  const how = await type(page, code, end, random)
  const scanned = () => opened.asked.slice(from).filter(({ name }) => name === 'scan.text')
  for (let waited = 0; scanned().length === 0 && waited < 3000; waited += 20) await pause(20)
  await pause(20)
  const book = await opened.page.evaluate<Book>('globalThis.wedgeBook.read()')
  const read = scanned().map(({ input }) =>
    typeof input === 'object' && input !== null && 'text' in input ? input.text : '',
  )
  const acted = opened.asked
    .slice(from)
    .some(({ name }) => /^(?:token|card|session|person\.register)\b/.test(name) && name !== 'session.operators')
  const right = read.length === 1 && read[0] === code
  const clean = book.changed.length === 0 && book.pressed === 0 && !acted
  await leave(page, place)
  const note = `${place}, ${how.setting} ${how.gap} ms ${JSON.stringify(end)} ${code.slice(0, 40)}: heard ${JSON.stringify(read).slice(0, 200)}, ${JSON.stringify(book)}`
  const bare = how.setting === 'plain' || how.setting === 'alt'
  const longest = Math.max(...book.gaps)
  const mean = book.gaps.reduce((sum, gap) => sum + gap, 0) / book.gaps.length
  return {
    right,
    clean,
    unseen: book.late > LATE || longest > LATE || !bare ? null : book.typed === 0,
    stalled: (book.gaps.length === 0 || longest > LONGEST_GAP || mean > MEAN_GAP) && !(right && clean),
    note,
  }
}

/** A person's typing by real keys: everything arrives, nothing is taken for a scan. */
async function typeOnce({ desk: opened, keys }: Page, text: string): Promise<boolean> {
  await opened.page.locator('#x-text').fill('')
  await opened.page.locator('#x-text').focus()
  const from = opened.asked.length
  await keys.type(text, 90)
  await pause(150)
  const value = await opened.page.locator('#x-text').inputValue()
  return value === text && !opened.asked.slice(from).some(({ name }) => name === 'scan.text')
}

async function open(keys: XKeyboard, browser: Browser, url: string): Promise<Page> {
  const answers = {
    ...deskAnswers('en'),
    'scan.text': async () => ({
      card: { kind: 'not-a-card' as const },
      person: null,
      source: 'other' as const,
      device: null,
    }),
  }
  const opened = await openPage(browser, { contract: desk, answers, url, at: now })
  await opened.page.locator('#search').waitFor()
  await opened.page.evaluate(fieldsInPage)
  await opened.page.bringToFront()
  await keys.focusWindow()
  return { desk: opened, keys }
}

/** Real key events over six keyboard layouts into the page as it is built, with the focus anywhere. */
export async function realKept({ scale, progress }: Trial): Promise<readonly Kept[]> {
  const random = randomFrom('wedge')
  const next = codesFrom(random)
  const keys = await xKeyboard()
  const served = await serveFolder(await builtPages('desk'))
  const browser = await browserOn(keys.display)
  const broken = { scans: 0, fields: 0, seen: 0, typing: 0 }
  let [ours, typed, stalls] = [0, 0, 0]
  try {
    const page = await open(keys, browser, `${served.url}/desk/index.html`)
    const turns = layouts.flatMap((layout: Layout, at) =>
      Array.from({ length: Math.floor(scale / layouts.length) + (at < scale % layouts.length ? 1 : 0) }, () => layout),
    )
    let worn: Layout | null = null
    for (const [at, layout] of turns.entries()) {
      if (worn !== layout) await keys.wear(layout)
      if (worn !== layout && layout === 'us') {
        typed += 1
        if (!(await typeOnce(page, 'Dilip Kumar DLH1: 9810043217 the quick brown fox'))) broken.typing += 1
      }
      worn = layout
      const code = next()
      const place = places[at % places.length] ?? 'body'
      let tried = await scanOnce(page, code, place, random)
      for (let again = 0; tried.stalled && again < MOST_STALLS; again += 1) {
        stalls += 1
        await pause(300)
        tried = await scanOnce(page, code, place, random)
      }
      const { right, clean, unseen, note } = tried
      if (!right) broken.scans += 1
      if (!clean) broken.fields += 1
      const told = isOurs(code) && unseen !== null
      if (told) ours += 1
      if (told && !unseen) broken.seen += 1
      if (!right || !clean || (told && !unseen)) console.error(`wedge: ${layout}: ${note}`)
      progress(at + 1, scale)
    }
    if (stalls > 0) console.error(`wedge: the machine stalled in ${stalls} scans, which were struck again`)
    return [
      {
        promise: 'a scan by real keys is read right, over six layouts and any focus',
        tried: turns.length,
        broken: broken.scans,
      },
      { promise: 'it leaves every field, list and button as it was', tried: turns.length, broken: broken.fields },
      { promise: 'of our own codes no letter is seen in a field even for a moment', tried: ours, broken: broken.seen },
      { promise: 'a person’s typing by real keys arrives whole', tried: typed, broken: broken.typing },
    ]
  } finally {
    await browser.close()
    served.close()
    keys.close()
  }
}
