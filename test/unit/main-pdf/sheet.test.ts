import assert from 'node:assert/strict'
import { test } from 'node:test'

import { getDocument, OPS, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'

import { languages } from '../../../domain/language.ts'
import type { PdfDocument } from '../../../domain/print/document.ts'
import { drawCardSheet, drawPaper } from '../../../main/print/pdf/draw-card.ts'
import { cardOf } from '../domain-card/fixture.ts'
import { fonts, paper, text } from './fixture.ts'
import { fullCard, infoOf, largeCard, letter, readBack, stickers, symbolsOn, wordHeight } from './paper.ts'

const draw = (document: PdfDocument) => drawPaper(document, { fonts, text })
const ten = Array.from({ length: 9 }, (_, at) => ({ ...paper, code: cardOf({ statusIndex: at }) }))
const [first, ...others] = ten

for (const language of languages) {
  test(`every symbol of every paper in ${language} is read at 200 dpi`, async (t) => {
    const papers = [fullCard(language), largeCard(language), stickers(language), letter(language)]
    const seen = []
    for (const document of papers) seen.push(symbolsOn(await draw(document), 200))
    if (seen.includes(null)) return t.skip('zbarimg or pdftoppm is not installed')
    const { code, shortCode } = paper
    assert.deepEqual(seen, [[[code], []], [[code]], [Array.from({ length: 10 }, () => code)], [[shortCode]]])
  })

  test(`the large card in ${language} tells all it may, in both scripts`, async (t) => {
    const document = largeCard(language)
    const said = readBack(await draw(document))
    if (said === null) return t.skip('pdftotext is not installed')
    const wanted = [
      document.name.latin,
      'Venkata Ramakrishna Paramahamsa Rao',
      'AB\u2212',
      '91-1234-5678-9012',
      'Daryaganj, Central Delhi, Delhi 110002',
      'Penicillin, Groundnut',
      'Lok Nayak',
      paper.shortCode,
      'DUPLICATE',
      'Temporary',
      text('en', 'card.helpline.number'),
    ]
    for (const words of wanted) assert.ok(said.includes(words), `${words} in ${said}`)
    const own = document.name.own?.text.normalize('NFC')
    if (own !== undefined) assert.ok(said.normalize('NFC').includes(own), `${own} in ${said}`)
  })
}

test('an address of two lines is in large print too, and in print of its size beside another long text', async (t) => {
  const { address } = largeCard('en')
  const heights = async (guardian: string) => {
    const pdf = await draw({ ...largeCard('en'), address, guardian: { relation: 'father', name: guardian } })
    return ['AB\u2212', '110002'].map((word) => wordHeight(pdf, word))
  }
  const [[full, long], [, longest]] = [await heights('Ravi Rao'), await heights('Venkata Ramakrishna Paramahamsa Rao')]
  if (full == null || long == null || longest == null) return t.skip('pdftotext is not installed')
  assert.ok(long >= 0.85 * full, `${long} beside ${full}`)
  assert.ok(longest >= 0.68 * full, `${longest} beside ${full}`)
})

test('a sticker tells strangers initials and a number, once for ten', async (t) => {
  const said = readBack(await draw(stickers('hi')))
  if (said === null) return t.skip('pdftotext is not installed')
  assert.match(said, /G\. K\./)
  for (const secret of ['Gurpreet', 'Kaur', '1991', 'Lok Nayak']) assert.ok(!said.includes(secret), secret)
})

test('what nobody was asked is not on the large card, and that none was told is said', async (t) => {
  const [silent, none] = await Promise.all(
    [null, []].map(async (allergies) => readBack(await draw({ ...largeCard('en'), allergies }))),
  )
  if (silent === null || none === null || silent === undefined || none === undefined) return t.skip('no pdftotext')
  assert.doesNotMatch(silent, /Allergies/)
  assert.ok(none.includes(text('en', 'card.allergies.none')), none)
})

test('the sizes are those of the tender, tagged and in their language', async (t) => {
  const sizes = await Promise.all(
    [fullCard('ur'), largeCard('ur'), stickers('ur'), letter('ur')].map(async (document) =>
      infoOf(await draw(document)),
    ),
  )
  if (sizes[0] === null) return t.skip('pdfinfo is not installed')
  const wanted = [
    /242\.646 x 153\.014 pts/,
    /595\.276 x 419\.528 pts/,
    /595\.276 x 841\.89 pts/,
    /595\.276 x 841\.89 pts/,
  ]
  sizes.forEach((said, at) => {
    assert.match(said ?? '', wanted[at] ?? /never/)
    assert.match(said ?? '', /Tagged: +yes/)
  })
})

test('on the sheet, every back lies behind its front', async (t) => {
  assert.ok(first)
  const pdf = await drawCardSheet([first, ...others], { fonts, text })
  const seen = symbolsOn(pdf, 200)
  if (seen === null) return t.skip('zbarimg or pdftoppm is not installed')
  assert.deepEqual([...(seen[0] ?? [])].toSorted(), ten.map(({ code }) => code).toSorted())
  const [fronts, backs] = await cardSpots(pdf)
  assert.equal(fronts?.length, 9)
  // The paper is turned on its long edge: what was at the left is at the right.
  const turned = backs?.map(([x, y]) => [595.276 - x - 242.646, y] as const)
  for (const [at, [x, y]] of (fronts ?? []).entries()) {
    const [left, top] = turned?.[at] ?? [0, 0]
    assert.ok(Math.abs(left - x) < 0.24 && top === y, `card ${at}: ${x} ${y} against ${left} ${top}`)
  }
})

test('long names and every fact stay inside the card', async () => {
  for (const language of languages) {
    const spans = await textSpots(await draw(fullCard(language)))
    for (const { left, right, top, bottom, words } of spans) {
      assert.ok(left >= 0 && right <= 242.7 && bottom >= 0 && top <= 153.1, `${words} in ${language}`)
    }
  }
})

test('papers are read in order and in their language, and every picture is told', async () => {
  const document = await open(await draw(fullCard('pa')))
  const page = await document.getPage(1)
  const roles = rolesOf(await page.getStructTree())
  assert.deepEqual(roles.slice(0, 4), ['Document', 'Sect', 'H1', 'H2'])
  assert.ok(roles.includes('Figure'))
  assert.equal(new Map(Object.entries((await document.getMetadata()).info)).get('Language'), 'pa-IN')
  await document.loadingTask.destroy()
})

test('every letter of every paper belongs to the tree that readers walk', async () => {
  for (const drawn of [fullCard('ur'), largeCard('hi'), stickers('pa'), letter('ur')]) {
    const document = await open(await draw(drawn))
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      const told = new Set(contentsOf(await page.getStructTree()))
      const { items } = await page.getTextContent({ includeMarkedContent: true })
      const marks: (string | null)[] = []
      for (const item of items) {
        if ('str' in item) {
          const inTree = marks.some((mark) => mark === 'Artifact' || (mark !== null && told.has(mark)))
          assert.ok(item.str.trim() === '' || inTree, `${item.str} on page ${number} of ${drawn.kind}`)
        } else if (item.type === 'endMarkedContent') marks.pop()
        else marks.push('tag' in item && item.tag === 'Artifact' ? 'Artifact' : (item.id ?? null))
      }
    }
    await document.loadingTask.destroy()
  }
})

const open = (pdf: Uint8Array) =>
  getDocument({ data: Uint8Array.from(pdf), disableFontFace: true, verbosity: VerbosityLevel.ERRORS }).promise

/** Where each card's own coordinates begin on both pages: what is drawn is moved there first. */
async function cardSpots(pdf: Uint8Array): Promise<readonly (readonly (readonly [number, number])[])[]> {
  const document = await open(pdf)
  const pages = []
  for (const number of [1, 2]) {
    const { fnArray, argsArray } = await (await document.getPage(number)).getOperatorList()
    let forms = 0
    const moves = fnArray.flatMap((operator, at): (readonly [number, number])[] => {
      if (operator === OPS.paintFormXObjectBegin) forms++
      if (operator === OPS.paintFormXObjectEnd) forms--
      const [a, b, c, d, x, y]: readonly unknown[] = Array.isArray(argsArray[at]) ? argsArray[at] : []
      const moved = a === 1 && b === 0 && c === 0 && d === 1 && typeof x === 'number' && typeof y === 'number'
      return forms === 0 && moved && x > 20 && y > 20 ? [[x, y]] : []
    })
    pages.push(moves)
  }
  await document.loadingTask.destroy()
  return pages
}

async function textSpots(pdf: Uint8Array) {
  const document = await open(pdf)
  const { items } = await (await document.getPage(1)).getTextContent()
  await document.loadingTask.destroy()
  return items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return []
    const [, , , , x, y]: readonly unknown[] = item.transform
    if (typeof x !== 'number' || typeof y !== 'number') return []
    return [{ words: item.str, left: x, right: x + item.width, bottom: y, top: y + item.height * 0.7 }]
  })
}

function rolesOf(node: unknown): readonly string[] {
  if (typeof node !== 'object' || node === null) return []
  const role = 'role' in node && typeof node.role === 'string' && node.role !== 'Root' ? [node.role] : []
  const children: readonly unknown[] = 'children' in node && Array.isArray(node.children) ? node.children : []
  return [...role, ...children.flatMap(rolesOf)]
}

/** The marked contents that a tree names. */
function contentsOf(node: unknown): readonly string[] {
  if (typeof node !== 'object' || node === null) return []
  const own = 'type' in node && node.type === 'content' && 'id' in node ? [String(node.id)] : []
  const children: readonly unknown[] = 'children' in node && Array.isArray(node.children) ? node.children : []
  return [...own, ...children.flatMap(contentsOf)]
}
