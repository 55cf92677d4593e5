import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'

import { languages, type Language } from '../../../domain/language.ts'
import type { MedicineLabel } from '../../../domain/print/document.ts'
import { drawTicket, type Ticket } from '../../../main/print/thermal/draw-ticket.ts'
import { bytesPerRow, isBlack, toPng, type Raster } from '../../../main/print/thermal/raster.ts'
import {
  medicine,
  medicineDepartment,
  medicineLabel,
  owedSlip,
  schemeList,
  staffBadge,
  stockSlip,
  tokenSlip,
} from './papers.ts'
import { deps } from './texts.ts'

/** The smallest distance of any ink from each edge. */
function whiteAround(raster: Raster) {
  const white = { left: raster.width, right: raster.width, top: raster.height, bottom: raster.height }
  for (let y = 0; y < raster.height; y += 1) {
    for (let x = 0; x < raster.width; x += 1) {
      if (!isBlack(raster, x, y)) continue
      white.left = Math.min(white.left, x)
      white.right = Math.min(white.right, raster.width - 1 - x)
      white.top = Math.min(white.top, y)
      white.bottom = Math.min(white.bottom, raster.height - 1 - y)
    }
  }
  return white
}

function nothingCut(paper: Ticket, dots: number): void {
  const white = whiteAround(drawTicket(paper, deps, dots))
  for (const [edge, room] of Object.entries(white)) {
    assert.ok(room >= 4, `${paper.kind} ${paper.language} at ${dots}: ${room} dots at the ${edge}`)
  }
}

const longName = {
  en: 'Govind Ballabh Pant Institute of Postgraduate Medical Education and Research',
  hi: 'गोविन्द बल्लभ पंत स्नातकोत्तर चिकित्सा शिक्षा एवं अनुसंधान संस्थान',
  pa: 'ਗੋਵਿੰਦ ਬੱਲਭ ਪੰਤ ਪੋਸਟ ਗ੍ਰੈਜੂਏਟ ਮੈਡੀਕਲ ਸਿੱਖਿਆ ਅਤੇ ਖੋਜ ਸੰਸਥਾ',
  ur: 'گووند بلبھ پنت پوسٹ گریجویٹ طبی تعلیم و تحقیق کا ادارہ',
}
const longPlace = {
  ...medicineDepartment,
  name: {
    en: 'Obstetrics and gynaecology, high-risk clinic',
    hi: 'प्रसूति एवं स्त्री रोग, उच्च जोखिम क्लिनिक',
    pa: 'ਜਣੇਪਾ ਅਤੇ ਇਸਤਰੀ ਰੋਗ, ਉੱਚ ਜੋਖਮ ਕਲੀਨਿਕ',
    ur: 'زچگی و امراضِ نسواں، ہائی رسک کلینک',
  },
  room: 'OPD-B 114',
  floor: -2,
}
const hard = medicine('Sulfamethoxazole and trimethoprim paediatric', '200 mg + 40 mg/5 ml', 'suspension')
const oneWord = medicine('Hydroxychloroquinesulphatecompounded', '', 'tablet')

test('nothing is cut on ordinary papers of any width', () => {
  for (const language of languages) {
    for (const dots of [384, 512, 576, 640]) {
      nothingCut(schemeList(language), dots)
      nothingCut(staffBadge(language), dots)
      nothingCut(tokenSlip(language), dots)
      nothingCut(owedSlip(language, { copy: 2 }), dots)
      nothingCut(stockSlip(language), dots)
    }
    for (const dots of [384, 400, 448]) nothingCut(medicineLabel(language), dots)
  }
})

test('nothing is cut when every text is as long as it gets', () => {
  const dose = { morning: 1.25, noon: 2.5, evening: 0.75, night: 20, food: 'before' } as const
  for (const language of languages) {
    const facility = { code: 'long', name: longName, hfr: null }
    for (const dots of [384, 576]) {
      nothingCut(
        tokenSlip(language, {
          facility,
          department: longPlace,
          token: 'OG 12348',
          counter: 'Registration 12',
          priority: 'pregnant',
          doctor: 'Dr Venkata Subrahmanya Satyanarayana Murthy',
          copy: 12,
        }),
        dots,
      )
      const lines = [hard, oneWord].map((line) => ({ medicine: line, given: 1234, owed: 5000 }))
      const personName = { latin: 'Venkatanarasimharajuvaripeta Lakshminarasimhan', own: null }
      nothingCut(owedSlip(language, { facility, lines, personName }), dots)
      for (const item of [hard, oneWord]) {
        nothingCut(
          medicineLabel(language, { medicine: item, dose, personName, copy: 2, lot: 'LOT-2026-ABCDEFGH-0001' }),
          400,
        )
      }
    }
  }
})

test('a label is 50 × 38 mm whatever it says', () => {
  for (const language of languages) {
    const label = drawTicket(medicineLabel(language, { medicine: hard, copy: 2 }), deps, 400)
    assert.deepEqual([label.width, label.height], [400, 304])
  }
})

/** Every text as long as its type allows, in letters that are wider and taller than any name's. */
function utmost(language: Language, change: Partial<MedicineLabel> = {}): MedicineLabel {
  const text = { en: '', hi: 'क्ष्मी'.repeat(20), pa: 'ਕਸ਼ਮੀ '.repeat(20), ur: 'گھٹیگگ '.repeat(17) }[language].trim()
  const own = { en: null, hi: 'Deva', pa: 'Guru', ur: 'Arab' } as const
  const script = own[language]
  return medicineLabel(language, {
    medicine: medicine('Wm'.repeat(60), 'MW 40 '.repeat(10), 'suspension'),
    dose: { morning: 1.25, noon: 2.5, evening: 0.75, night: 20, food: 'before' },
    personName: { latin: 'M'.repeat(120), own: script === null ? null : { script, text } },
    days: 366,
    quantity: 5000,
    lot: 'W'.repeat(40),
    copy: 112,
    ...change,
  })
}

test('a label comes out whole however much there is to say', () => {
  for (const language of languages) {
    for (const dots of [384, 400]) nothingCut(utmost(language), dots)
  }
})

/** Whether a change of what a label says changes what it shows. */
function shows(plain: MedicineLabel): (change: Partial<MedicineLabel>) => boolean {
  const before = Buffer.from(drawTicket(plain, deps, 400).rows)
  return (change) => !before.equals(drawTicket({ ...plain, ...change }, deps, 400).rows)
}

test('the medicine, how to take it, the person, the expiry and the copy never give way', () => {
  for (const language of ['en', 'ur'] as const) {
    const label = utmost(language)
    const shown = shows(label)
    const { own } = label.personName
    const personName = { latin: `I${'M'.repeat(119)}`, own: own === null ? null : { ...own, text: own.text.slice(1) } }
    for (const change of [
      { medicine: { ...label.medicine, strength: 'MW 41' } },
      { dose: { ...label.dose, night: 19 } },
      { dose: { ...label.dose, food: 'after' } },
      { days: 365 },
      { expiry: '2028-01-31' },
      { copy: 113 },
      { personName },
    ] as const) {
      assert.ok(shown(change), `${language} ${JSON.stringify(change)}`)
    }
  }
})

test('lot, quantity and date give way only where there is no room', () => {
  for (const language of languages) {
    const shown = shows(medicineLabel(language, { medicine: hard, copy: 2 }))
    for (const change of [{ lot: 'TL1189' }, { quantity: 59 }, { printedAt: '2026-11-23T11:06' }]) {
      assert.ok(shown(change), `${language} hard`)
    }
  }
  assert.ok(!shows(utmost('ur'))({ printedAt: '2026-11-23T11:06' }))
})

test('the slip is as wide as the head', () => {
  for (const dots of [384, 576, 640]) assert.equal(drawTicket(tokenSlip('en'), deps, dots).width, dots)
})

test('the token is the largest thing on the slip: 22 mm type, kept left to right', () => {
  for (const language of languages) {
    const raster = drawTicket(tokenSlip(language), deps, 576)
    let tallest = 0
    for (let x = 0; x < raster.width; x += 1) {
      let run = 0
      for (let y = 0; y < raster.height; y += 1) {
        run = isBlack(raster, x, y) ? run + 1 : 0
        tallest = Math.max(tallest, Math.min(run, 130))
      }
    }
    // The stem of the M: capitals are 0.714 of the type size, so 22 mm × 8 dots × 0.714.
    assert.ok(tallest >= 124, `${tallest} dots`)
  }
})

test('the paper changes with each thing it says', () => {
  const plain = Buffer.from(drawTicket(tokenSlip('ur'), deps, 576).rows)
  for (const change of [
    { copy: 2 },
    { token: 'M 149' },
    { initials: 'A. K.' },
    { sex: 'unknown' },
    { age: 0 },
    { expected: null },
    { counter: '8' },
    { printedAt: '2026-11-22T09:44' },
    { code: 'VISIT1:OTHER' },
    { department: { ...medicineDepartment, line: 'plum' } },
    { department: { ...medicineDepartment, sign: 'tooth' } },
    { department: { ...medicineDepartment, room: '15' } },
    { department: { ...medicineDepartment, floor: 2 } },
  ] as const) {
    const changed = Buffer.from(drawTicket(tokenSlip('ur', change), deps, 576).rows)
    assert.ok(!plain.equals(changed), JSON.stringify(change))
  }
})

test('the same paper is drawn the same way twice', () => {
  const [first, second] = [1, 2].map(() => Buffer.from(drawTicket(tokenSlip('hi'), deps, 576).rows))
  assert.ok(first !== undefined && second !== undefined && first.equals(second))
})

const zbarimg = ((): boolean => {
  try {
    execFileSync('zbarimg', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})()

/** A head whose dot at `column` has burnt out. */
function withDeadDot(raster: Raster, column: number): Raster {
  const rows = Uint8Array.from(raster.rows)
  for (let y = 0; y < raster.height; y += 1) {
    const at = y * bytesPerRow(raster.width) + (column >> 3)
    rows[at] = (rows[at] ?? 0) & ~(0x80 >> (column & 7))
  }
  return { ...raster, rows }
}

function read(raster: Raster): string {
  const folder = mkdtempSync(join(tmpdir(), 'slip-'))
  try {
    const file = join(folder, 'slip.png')
    writeFileSync(file, toPng(raster))
    return execFileSync('zbarimg', ['-q', '--raw', file], { stdio: ['ignore', 'pipe', 'ignore'] })
      .toString()
      .trim()
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test('a reader finds the visit code on every slip', { skip: zbarimg ? false : 'zbarimg is not installed' }, () => {
  for (const language of languages) {
    for (const dots of [384, 576]) {
      const slip = tokenSlip(language)
      const raster = drawTicket(slip, deps, dots)
      assert.equal(read(raster), slip.code, `${language} ${dots}`)
      // A dot in the middle of the code: at the side it is on, or under the words on narrow paper.
      const column = dots === 384 ? 190 : language === 'ur' ? 90 : dots - 90
      assert.equal(read(withDeadDot(raster, column)), slip.code, `${language} ${dots} without dot ${column}`)
    }
  }
})
