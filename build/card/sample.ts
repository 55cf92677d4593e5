import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

import { create } from 'qrcode'
import { z } from 'zod'

import { hexOf } from '../../domain/card/bytes.ts'
import { ed25519PublicKey } from '../../main/crypto/ed25519.ts'
import { drawSamples } from './sample-paper.ts'
import { sampleCards } from './sample-card.ts'
import type { Sample, SampleKeys } from './sample-card.ts'

const help = `npm run card -- sample [--count N] [--json] [--pdf FILE]

Cards of invented people to try scanners with: profiles P-ID and P-CORE by turns, names in Latin alone, Devanagari,
Gurmukhi and Urdu. They are signed with a throw-away key that no terminal trusts: it is made of the seed, and its public
half is printed on stderr with the key of the sealed blocks.

  --count N    how many (20)
  --json       a line of JSON a card: {profile, text, bytes, qrVersion, ecc, script}; without it, a table
  --pdf FILE   also draws them, a page a side, and names the file on stderr
  --emergency  every other P-CORE card has a sealed block for emergencies
  --seed TEXT  other people and another key; the same seed gives the same cards on the same day (sample)
  --today DAY  the day of issue, YYYY-MM-DD
  --help       this text
`

interface Order {
  readonly count: number
  readonly json: boolean
  readonly pdf: string | null
  readonly emergency: boolean
  readonly seed: string
  readonly today: string
}

/** A card as one line: what a test of a scanner needs to know about it. */
interface Line {
  readonly profile: Sample['profile']
  readonly text: string
  readonly bytes: number
  readonly qrVersion: number
  readonly ecc: 'M'
  readonly script: string
}

export async function sampleCommand(args: readonly string[]): Promise<number> {
  const order = readOrder(args)
  if (typeof order === 'number') return order
  const { count, json, pdf, emergency, seed, today } = order
  const keys = keysOf(seed)
  const samples = sampleCards({ seed, count, today, emergency, keys })
  const lines = samples.map(lineOf)
  const publicKey = hexOf(ed25519PublicKey(keys.issuer))
  process.stderr.write(
    `signed with throw-away key ${keys.kid}, public ${publicKey}; ring key ${keys.ringId} is ${hexOf(keys.ring)}\n`,
  )
  for (const line of json ? lines.map((each) => JSON.stringify(each)) : tableOf(lines)) {
    process.stdout.write(`${line}\n`)
  }
  return pdf === null ? 0 : writePdf(pdf, await drawSamples(samples))
}

function writePdf(file: string, pdf: Uint8Array): 0 | 1 {
  try {
    writeFileSync(file, pdf)
  } catch (fault) {
    const code = fault instanceof Error && 'code' in fault ? String(fault.code) : 'unknown'
    process.stderr.write(`${file} cannot be written (${code}): is the folder there, and yours?\n`)
    return 1
  }
  process.stderr.write(`${file}\n`)
  return 0
}

function keysOf(seed: string): SampleKeys {
  const made = (of: string) => Uint8Array.from(createHash('sha256').update(`${of}/${seed}`).digest())
  return { kid: '5a3e', issuer: made('issuer'), ringId: 1, ring: made('ring') }
}

const lineOf = ({ profile, text, script }: Sample): Line => ({
  profile,
  text,
  bytes: Math.floor(((text.length - 'DLH1:'.length) * 2) / 3),
  qrVersion: create(text, { errorCorrectionLevel: 'M' }).version,
  ecc: 'M',
  script,
})

function tableOf(lines: readonly Line[]): readonly string[] {
  const kinds = [...new Set(lines.map(({ profile, script }) => `${profile} ${script}`))].toSorted()
  return kinds.map((kind) => {
    const some = lines.filter(({ profile, script }) => `${profile} ${script}` === kind)
    const largest = (part: 'bytes' | 'qrVersion') => Math.max(...some.map((line) => line[part]))
    return `${kind.padEnd(12)} ${some.length} cards, up to ${largest('bytes')} bytes, version ${largest('qrVersion')}-M`
  })
}

function readOrder(args: readonly string[]): Order | number {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        count: { type: 'string', default: '20' },
        json: { type: 'boolean', default: false },
        pdf: { type: 'string' },
        emergency: { type: 'boolean', default: false },
        seed: { type: 'string', default: 'sample' },
        today: { type: 'string', default: new Date().toISOString().slice(0, 10) },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
    if (values.help) {
      process.stdout.write(help)
      return 0
    }
    const count = Number(values.count)
    const { json, emergency, seed, today } = values
    if (!(Number.isInteger(count) && count >= 1 && count <= 1_000_000)) return refuse('--count is 1 to 1000000.')
    if (!isDay(today)) return refuse('--today is a day from 2020 to 2099: 2026-11-22.')
    return { count, json, emergency, seed, today, pdf: values.pdf === undefined ? null : resolve(values.pdf) }
  } catch (fault) {
    return refuse(fault instanceof Error ? fault.message : String(fault))
  }
}

const isDay = (text: string): boolean => /^20[2-9]\d-/.test(text) && z.iso.date().safeParse(text).success

function refuse(why: string): 2 {
  process.stderr.write(`${why}\n\n${help}`)
  return 2
}
