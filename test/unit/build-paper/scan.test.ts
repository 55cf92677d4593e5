import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'

import { createCanvas } from '@napi-rs/canvas'
import type { Canvas } from '@napi-rs/canvas'
import PDFDocument from 'pdfkit' // oxlint-disable-line import/no-named-as-default

import { pixelsOf, pngOf, rasterPdf } from '../../../build/paper/raster.ts'
import { readCode } from '../../../build/paper/read-code.ts'
import { videoOf } from '../../../build/paper/video.ts'
import { scanFile } from '../../../build/scan.ts'
import { frameOf } from '../../../renderer/scan/frame.ts'
import { drawCard } from '../../../main/print/pdf/draw-card.ts'
import { fonts, paper, text } from '../main-pdf/fixture.ts'

let folder: string
let pdf: Uint8Array
let front: Canvas
const path = (name: string) => join(folder, name)

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'scan-'))
  pdf = await drawCard(paper, { fonts, text })
  const [first] = await rasterPdf(pdf, 300)
  front = first ?? assert.fail('The card has no front')
  writeFileSync(path('card.pdf'), pdf)
  writeFileSync(path('card.png'), await pngOf(front))
  writeFileSync(path('card.jpg'), await front.encode('jpeg', 60))
})
after(() => rmSync(folder, { recursive: true }))

const facts = {
  cardId: 'c0ffee0123456789',
  statusIndex: 4711,
  issued: '2026-11-22',
  expires: '2031-11-21',
  kid: 'd15a',
  core: null,
  emergency: { kind: 'none' },
  shortCode: 'R3ZY-W093-N',
}

for (const [name, page] of [
  ['card.pdf', { page: 1 }],
  ['card.png', {}],
  ['card.jpg', {}],
] as const) {
  test(`${name} says what the card says`, async () => {
    const [line, ...rest] = await scanFile(path(name), 300)
    assert.ok(line !== undefined && 'ms' in line, JSON.stringify(line))
    assert.deepEqual(
      { ...line, ms: 0 },
      { file: path(name), ...page, text: paper.code, format: 'QRCode', ms: 0, card: facts },
    )
    assert.deepEqual(rest, [])
  })
}

test('the printed symbol is black or white and nothing between', () => {
  const { data } = front.getContext('2d').getImageData(661, 198, 294, 294)
  const greys = data.filter((value, at) => at % 4 === 0 && value > 8 && value < 247).length
  assert.equal(greys, 0)
})

for (const dpi of [150, 200, 300, 600]) {
  test(`a card drawn at ${dpi} dpi is read`, async () => {
    const [page] = await rasterPdf(pdf, dpi)
    assert.equal(page && (await readCode(pixelsOf(page))).text, paper.code)
  })
}

test('zbar, which shares no code with us, reads the same text', (t) => {
  try {
    const said = execFileSync('zbarimg', ['--quiet', '--raw', path('card.png')], { encoding: 'utf8', stdio: 'pipe' })
    assert.equal(said.trimEnd(), paper.code)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return t.skip('zbarimg is not installed')
    throw error
  }
})

test('a card of which the corner is torn off gives a problem, not a guess', async () => {
  const torn = createCanvas(front.width, front.height)
  const context = torn.getContext('2d')
  context.drawImage(front, 0, 0)
  context.fillStyle = '#ffffff'
  context.fillRect(800, 150, 300, 300)
  writeFileSync(path('torn.png'), await pngOf(torn))
  const [line] = await scanFile(path('torn.png'), 300)
  assert.match(line !== undefined && 'problem' in line ? line.problem : '', /No QR symbol/)
})

test('each frame of a video can be read by its brightness alone', async () => {
  const video = videoOf(front)
  const [width, height] = [1280, 720]
  const head = Buffer.from(video).indexOf('\n') + 1
  assert.match(Buffer.from(video.subarray(0, head)).toString(), /^YUV4MPEG2 W1280 H720 F10:1 /)
  const frameBytes = 6 + (width * height * 3) / 2
  assert.equal((video.length - head) % frameBytes, 0)
  for (let at = head; at < video.length; at += frameBytes) {
    const data = Uint8ClampedArray.from(video.subarray(at + 6, at + 6 + width * height))
    assert.equal((await readCode(frameOf({ data, width, height }))).text, paper.code)
  }
})

const scan = (...args: readonly string[]) =>
  spawnSync(process.execPath, ['build/scan.ts', ...args], { encoding: 'utf8', timeout: 30_000 })

const cutOff = 'The end of this picture is missing, and no QR symbol could be read in what is there'

test('a card that is light on dark is read', async () => {
  const negative = createCanvas(front.width, front.height)
  const context = negative.getContext('2d')
  context.drawImage(front, 0, 0)
  context.globalCompositeOperation = 'difference'
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, front.width, front.height)
  writeFileSync(path('negative.png'), await pngOf(negative))
  const [line] = await scanFile(path('negative.png'), 300)
  assert.equal(line !== undefined && 'text' in line ? line.text : null, paper.code)
})

/** An empty page that opens with a password alone. */
function lockedPdf(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  const page = new PDFDocument({ userPassword: 'secret', pdfVersion: '1.7' })
  return new Promise((resolve) => {
    page.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    page.on('end', () => resolve(Uint8Array.from(Buffer.concat(chunks))))
    page.end()
  })
}

test('the command prints a line for each file and fails when one is bad', async () => {
  writeFileSync(path('locked.pdf'), await lockedPdf())
  writeFileSync(path('letter.txt'), 'Dear desk,')
  writeFileSync(path('broken.png'), '\x89PNG\r\n\x1a\nnothing', 'latin1')
  // Heads that promise a hundred thousand million points, and twice as many as are read.
  const head = Buffer.from('89504e470d0a1a0a0000000d4948445200060000000600000800000000', 'hex')
  writeFileSync(path('bomb.png'), head)
  writeFileSync(path('bomb.jpg'), Buffer.from('ffd8ffe000040000ffc0000b084000400001011100', 'hex'))
  writeFileSync(path('empty.pdf'), '')
  const [png, jpeg] = [readFileSync(path('card.png')), readFileSync(path('card.jpg'))]
  writeFileSync(path('cut.png'), png.subarray(0, png.length / 9))
  writeFileSync(path('cut.jpg'), jpeg.subarray(0, jpeg.length / 3))
  const files = ['card.png', 'letter.txt', 'broken.png', 'missing.png', 'bomb.png', 'bomb.jpg']
  const others = ['empty.pdf', '.', 'card.png/x', 'cut.png', 'cut.jpg', 'locked.pdf']
  const { stdout, status } = scan(...[...files, ...others].map(path))
  const lines: Record<string, unknown>[] = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  assert.equal(status, 1)
  assert.equal(lines[0]?.['text'], paper.code)
  assert.deepEqual(
    lines.slice(1).map((line) => line['problem']),
    [
      'This is not a PNG, JPEG or PDF file',
      'This file is damaged: it begins as a picture or PDF but cannot be drawn',
      'There is no such file',
      'This picture is too large: 393216 × 393216 points, and 140 million are read',
      'This picture is too large: 16384 × 16384 points, and 140 million are read',
      'This file is empty',
      'This is a folder: name the files in it',
      'There is no such file',
      cutOff,
      cutOff,
      'This PDF is locked with a password: save it without one',
    ],
  )
})

test('the command explains itself', () => {
  const { status, stdout } = scan('--help')
  assert.equal(status, 0)
  assert.match(stdout, /npm run scan -- FILE/)
  for (const wrong of [['--nonsense'], [], ['--dpi', 'many', path('card.png')]]) {
    const said = scan(...wrong)
    assert.equal(said.status, 2)
    assert.equal(said.stdout, '')
    assert.match(said.stderr, /--dpi/)
  }
})
