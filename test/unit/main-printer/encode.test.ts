import assert from 'node:assert/strict'
import { test } from 'node:test'

import { languages } from '../../../domain/language.ts'
import { encode, resynchronise } from '../../../main/device/printer/encode.ts'
import { printerProfiles, type PrinterProfile } from '../../../main/device/printer/profile.ts'
import { drawTicket } from '../../../main/print/thermal/draw-ticket.ts'
import { bytesPerRow, type Raster } from '../../../main/print/thermal/raster.ts'
import { escposDecoder } from '../../fake/printer/escpos-decoder.ts'
import { medicineLabel, owedSlip, tokenSlip } from '../main-thermal/papers.ts'
import { deps } from '../main-thermal/texts.ts'
import { differences, profile, randomRaster } from './rig.ts'

/** Feeds the bytes in pieces of `piece` and returns the papers and anything not understood. */
function decode(bytes: Uint8Array, model: PrinterProfile, piece: number) {
  const papers: (readonly Uint8Array[])[] = []
  const unknown: string[] = []
  const decoder = escposDecoder({
    dots: model.dots,
    dpi: model.dpi,
    sensor: () => 0,
    emit: (event) => {
      if (event.kind === 'cut') papers.push(event.rows)
      if (event.kind === 'unknown') unknown.push(event.bytes)
    },
  })
  for (let from = 0; from < bytes.length; from += piece) decoder.take(bytes.subarray(from, from + piece), () => true)
  // A tear bar parts no paper by itself.
  if (model.end === 'tear') decoder.take(Uint8Array.from([0x1d, 0x56, 0]), () => true)
  return { papers, unknown, waiting: decoder.waiting() }
}

function comesOutRight(raster: Raster, model: PrinterProfile, piece: number): void {
  const { papers, unknown, waiting } = decode(encode(raster, model), model, piece)
  assert.equal(papers.length, 1)
  assert.deepEqual(unknown, [])
  assert.equal(waiting, 0)
  assert.equal(papers[0]?.length, raster.height + model.feed)
  assert.equal(differences(raster, papers[0]), 0)
}

test('random pictures come out of every model without a wrong dot', () => {
  for (const model of printerProfiles) {
    for (let seed = 1; seed <= 12; seed += 1) {
      comesOutRight(randomRaster(seed, model.dots - (seed % 9), 1 + seed * 37), model, 1 + seed * 211)
    }
  }
})

test('every document in every language comes out without a wrong dot', () => {
  for (const language of languages) {
    comesOutRight(drawTicket(tokenSlip(language), deps, 576), profile('epson-80'), 1460)
    comesOutRight(drawTicket(owedSlip(language, { copy: 2 }), deps, 576), profile('escpos-80'), 1460)
    comesOutRight(drawTicket(tokenSlip(language), deps, 384), profile('escpos-58'), 1460)
    comesOutRight(drawTicket(medicineLabel(language), deps, 400), profile('escpos-label-50'), 1460)
  }
})

test('an all-white paper is only fed', () => {
  const white = { width: 576, height: 700, rows: new Uint8Array(72 * 700) }
  const bytes = encode(white, profile('epson-80'))
  assert.ok(bytes.length < 30, `${bytes.length} bytes`)
  comesOutRight(white, profile('epson-80'), 5)
})

test('a slip takes at most three quarters of a plain raster', () => {
  const raster = drawTicket(tokenSlip('en'), deps, 576)
  const plain = bytesPerRow(raster.width) * raster.height
  const bytes = encode(raster, profile('epson-80')).length
  assert.ok(bytes < plain * 0.75, `${bytes} of ${plain}`)
})

test('no band is higher than the model takes', () => {
  const black = { width: 576, height: 300, rows: new Uint8Array(72 * 300).fill(255) }
  const bytes = Buffer.from(encode(black, profile('escpos-80-mute')))
  const heads: number[] = []
  for (let at = bytes.indexOf('\u001dv0'); at !== -1; at = bytes.indexOf('\u001dv0', at + 1))
    heads.push(bytes[at + 6] ?? 0)
  assert.deepEqual(heads, [64, 64, 64, 64, 44])
})

test('a drawing wider than the head is a bug', () => {
  assert.throws(() => encode(randomRaster(1, 577, 8), profile('epson-80')), /576/)
})

test('whatever half a band a printer waits for, resynchronising frees it', () => {
  const model = profile('escpos-80')
  const raster = randomRaster(7, 576, 400)
  const whole = encode(raster, model)
  for (let broken = 1; broken < whole.length; broken += 997) {
    const bytes = Buffer.concat([whole.subarray(0, broken), resynchronise(model), whole])
    const { papers } = decode(bytes, model, 4096)
    assert.equal(papers.length, 2)
    assert.equal(differences(raster, papers[1] ?? []), 0, `broken at ${broken}`)
  }
})
