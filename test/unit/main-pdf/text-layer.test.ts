import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'

import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'

import { embedderOn } from '../../../main/print/pdf/embed.ts'
import { newPaper, penOn } from '../../../main/print/pdf/pen.ts'
import type { Pen } from '../../../main/print/pdf/pen.ts'
import { readPdf } from '../../hostile/shaping-pdf.ts'
import { fonts } from './fixture.ts'

const style = { language: 'ur', size: 4, weight: 400, colour: '#000000' } as const

async function pdfOf(draw: (pen: Pen) => void, mostCodes?: number): Promise<Uint8Array> {
  const paper = newPaper({ size: [595, 842], margin: 0, compress: false })
  const chunks: Uint8Array[] = []
  const ended = new Promise((resolve) => paper.on('data', (chunk: Uint8Array) => chunks.push(chunk)).on('end', resolve))
  embedderOn(paper, fonts, mostCodes)
  draw(penOn(paper, fonts))
  paper.end()
  await ended
  return Buffer.concat(chunks)
}

const linesPdf = (texts: readonly string[]) =>
  pdfOf((pen) => texts.forEach((text, at) => pen.write(text, style, { x: 10, y: 12 + 10 * at })))

/** The lines that pdf.js, the reader of Firefox, copies. */
async function copied(pdf: Uint8Array): Promise<readonly string[]> {
  const task = getDocument({ data: Uint8Array.from(pdf), verbosity: VerbosityLevel.ERRORS })
  const { items } = await (await (await task.promise).getPage(1)).getTextContent()
  await task.destroy()
  return items
    .map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : ''))
    .join('')
    .split('\n')
}

test('names of every script are copied letter by letter, marks and all', async () => {
  const names = [
    'Gurpreet Kaur, ffi Tè',
    'श्रीमती क्षितिजा त्रिपाठी',
    'ज़ाकिर हुसैन',
    'ਕਸ਼ਿਤਿਜਾ ਤ੍ਰਿਪਾਠੀ',
    'عبدالرحمٰن قریشی',
    'عیسیٰ خان',
    'محمّد مصطفیٰ',
    'بسم اللہ فوراً',
  ]
  assert.deepEqual(await copied(await linesPdf(names)), names)
})

test('a font is embedded once, whoever writes with it, and Helvetica never', async () => {
  const pdf = await pdfOf((pen) => {
    for (const each of [pen, penOn(pen.paper, { ...fonts })]) each.write('Kaur कौर', style, { x: 10, y: 20 })
    pen.paper.addPage()
    pen.write('Singh कौर', style, { x: 10, y: 20 })
  })
  const written = Buffer.from(pdf).toString('latin1')
  assert.equal(written.match(/\/FontFile2 /g)?.length, 2)
  assert.equal(written.match(/\/Subtype \/Type0/g)?.length, 2)
  assert.doesNotMatch(written, /Helvetica/)
  assert.equal(readPdf(pdf).length, 3, 'both pages show their lines')
})

test('a font that has given all its codes is embedded a second time', async () => {
  const names = ['کور', 'سنگھ', 'خان', 'دیوی', 'بانو', 'کور']
  const pdf = await pdfOf((pen) => {
    names.forEach((name, at) => pen.write(name, style, { x: 10, y: 12 + 10 * at }))
  }, 6)
  assert.ok(
    (Buffer.from(pdf)
      .toString('latin1')
      .match(/\/FontFile2 /g)?.length ?? 0) > 1,
  )
  assert.deepEqual(await copied(pdf), names)
})

test('fonts stand in the file that pdfkit ends: its xref knows each of their objects', async () => {
  const pdf = Buffer.from(await linesPdf(['کور'])).toString('latin1')
  const xref = pdf.slice(Number(/startxref\s+(\d+)/.exec(pdf)?.[1]))
  const offsets = [...xref.matchAll(/^(\d{10}) 00000 n/gm)].map(([, offset]) => Number(offset))
  const references = [...pdf.matchAll(/(\d+) 0 R/g)].map(([, number]) => Number(number))
  for (const number of references) {
    assert.ok(pdf.startsWith(`${number} 0 obj`, offsets[number - 1]), `object ${number} is where the xref says`)
  }
})

test('nothing that pdfkit keeps to itself is touched', () => {
  const folder = new URL('../../../main/print/pdf/', import.meta.url)
  for (const name of ['embed.ts', 'pen.ts', 'write-run.ts', 'subset.ts']) {
    assert.doesNotMatch(readFileSync(new URL(name, folder), 'utf8'), /\._\w|Reflect|\['_/, name)
  }
  assert.ok(readdirSync(folder).length > 0)
})

test('a letter that no font has is a box to the eye and itself to the reader', async () => {
  const [line = []] = readPdf(await linesPdf(['漢🙂']))
  assert.deepEqual(line[0]?.letters, ['漢', '🙂'])
  assert.equal(line[0]?.ink.length, 2)
})

test('half a letter, a control character, two hundred letters and a letter under three hundred marks are written', async () => {
  const marks = '\u0301'.repeat(300)
  const strange = [
    '\ud800x',
    'a\u0000b',
    '\u200d',
    '\u064b',
    'क'.repeat(200),
    'م'.repeat(200),
    '\u202e',
    '',
    `a${marks}`,
  ]
  const lines = readPdf(await linesPdf(strange))
  assert.deepEqual(
    lines.map((line) => line.flatMap((run) => run.letters).join('')),
    ['\ufffdx', 'a\u0000b', '\u200d', '\u064b', 'क'.repeat(200), 'م'.repeat(200), `a${marks}`],
  )
})

test('letters stand apart in Nastaliq as they are counted: each has a code, and the ink is all there', async () => {
  const [line = []] = readPdf(await linesPdf(['شیشہ']))
  assert.deepEqual(line[0]?.letters.toReversed().join(''), 'شیشہ')
  assert.ok((line[0]?.ink.length ?? 0) > 4, 'strokes and dots')
})
