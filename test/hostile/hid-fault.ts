import type { Random } from '../../build/demo/seed/random.ts'
import { unreachable } from '../../domain/result.ts'
import { reportsOf } from '../fake/scanner/fake-hid.ts'

/** What can happen to one reading on its way from the scanner to the decoder. */
const faults = [
  'none',
  'lost-first',
  'lost-middle',
  'lost-last',
  'twice',
  'swapped',
  'too-long',
  'longer',
  'shorter',
  'no-symbology',
  'cut-off',
  'other-report',
] as const
export type Fault = (typeof faults)[number]

export interface Sent {
  readonly text: string
  readonly fault: Fault
  readonly reports: readonly Uint8Array[]
}

const LENGTH = 1
const MOST = 56

function changed(report: Uint8Array, at: number, byte: number): Uint8Array {
  const copy = Uint8Array.from(report)
  copy[at] = byte
  return copy
}

/** One reading of a text with a fault; a fault that such a text cannot have is none. */
export function sentWith(random: Random, text: string): Sent {
  const symbology = random.pick([']Q1', ']Q3', ']C1', ']d2'])
  const options = { symbology, shift: random.chance(0.3) ? 1 : 0, end: random.pick(['', '\r', '\r\n', '\n']) }
  const whole = reportsOf(text, options)
  const wanted = random.chance(0.5) ? 'none' : random.pick(faults)
  const reports = faulty(random, wanted, whole)
  return reports === null ? { text, fault: 'none', reports: whole } : { text, fault: wanted, reports }
}

function faulty(random: Random, fault: Fault, whole: readonly Uint8Array[]): readonly Uint8Array[] | null {
  const count = whole.length
  const middle = random.between(1, Math.max(1, count - 2))
  const one = random.between(0, count - 1)
  const bend = (at: number, byte: (old: number) => number) =>
    whole.map((report, each) => (each === one ? changed(report, at, byte(report[at] ?? 0)) : report))
  const length = whole[one]?.[LENGTH] ?? 0
  switch (fault) {
    case 'none':
      return null
    case 'lost-first':
      return count > 1 ? whole.slice(1) : null
    case 'lost-middle':
      return count > 2 ? whole.toSpliced(middle, 1) : null
    case 'lost-last':
      return count > 1 ? whole.slice(0, -1) : null
    case 'twice':
      return count > 1 ? whole.toSpliced(one, 0, whole[one] ?? new Uint8Array()) : null
    case 'swapped':
      return count > 2 ? whole.with(0, whole[1] ?? new Uint8Array()).with(1, whole[0] ?? new Uint8Array()) : null
    case 'too-long':
      return bend(LENGTH, () => random.between(MOST + 1, 255))
    case 'longer':
      return length < MOST ? bend(LENGTH, (old) => random.between(old + 1, MOST)) : null
    case 'shorter':
      return length > 1 ? bend(LENGTH, (old) => random.between(1, old - 1)) : null
    case 'no-symbology':
      return whole.map((report, each) => (each === one ? changed(changed(report, 2, 0x41), 3, 0x42) : report))
    case 'cut-off':
      return whole.map((report, each) => (each === one ? report.subarray(0, random.between(0, 60)) : report))
    case 'other-report':
      return whole.toSpliced(one, 0, changed(random.bytes(64), 0, random.pick([0, 1, 3, 4, 255])))
    default:
      return unreachable(fault)
  }
}
