import { randomFrom } from '../../build/demo/seed/random.ts'
import type { Random } from '../../build/demo/seed/random.ts'
import { TEST_CODE } from '../../domain/scan/layout-test.ts'
import { pairingCode } from '../../domain/scan/pairing-code.ts'
import { isOurs } from '../../domain/scan/prefix.ts'
import { doubting } from '../../main/device/scanner/doubt.ts'
import { hearReport, quietHid } from '../../main/device/scanner/hid-report.ts'
import type { HidState } from '../../main/device/scanner/hid-report.ts'
import { makeHome } from './card-home.ts'
import { sentWith } from './hid-fault.ts'
import type { Sent } from './hid-fault.ts'
import type { Kept, Proof } from './promise.ts'

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex').toUpperCase()

/** Codes as they lie on a hospital's desk: ours, which show by themselves that they are whole, and short ones of others. */
function someTexts(random: Random): readonly string[] {
  const visits = Array.from({ length: 100 }, () =>
    hex(random.bytes(16)).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, 'DLV1:$1-$2-$3-$4-$5'),
  )
  const digits = Array.from({ length: 100 }, () =>
    Array.from({ length: random.between(8, 48) }, () => random.between(0, 9)).join(''),
  )
  return [
    ...makeHome(random, 200).cards.map(({ text }) => text),
    ...visits,
    ...digits,
    ...Array.from({ length: 20 }, () => pairingCode(random.bytes(32))),
    TEST_CODE,
  ]
}

interface Count {
  threw: number
  wrong: number
  missed: number
  sound: number
  fragments: number
  mistaken: number
}

/** One scanner as its driver has it: reports in, texts out. */
function driver(now: () => number) {
  const judge = doubting(now)
  let state: HidState = quietHid
  return {
    hear(report: Uint8Array): string | null {
      const heard = hearReport(state, report, now())
      state = heard.state
      return heard.scan !== null && judge(heard.scan) === 'sure' ? heard.scan.text : null
    },
    unplug: () => {
      state = quietHid
    },
  }
}

/** A fragment is what came of a message whose first report was lost: reports bear no numbers, nobody can tell. */
const isFragment = (text: string, sent: readonly Sent[]): boolean =>
  sent.some((each) => each.fault === 'lost-first' && each.text !== text && each.text.includes(text.slice(0, 20)))

function judgeSequence(random: Random, texts: readonly string[], count: Count): void {
  const clocks: [number, number] = [0, 0]
  const scanners = [driver(() => clocks[0]), driver(() => clocks[1])] as const
  // The same damage twice in a row counts as what the code says, so no line has a text twice.
  const lines = scanners.map(() => {
    const line = new Set<string>()
    while (line.size < 3) line.add(random.pick(texts))
    return [...line].map((text) => sentWith(random, text))
  })
  const heard: string[][] = [[], []]
  const queues = lines.map((sent) =>
    sent.flatMap((each, at) => each.reports.map((report, part) => ({ report, first: part === 0, at }))),
  )
  // Two scanners send at once: their reports come mixed, each in its own order.
  for (;;) {
    const open = queues.flatMap((queue, which) => (queue.length > 0 ? [which] : []))
    if (open.length === 0) break
    const which = random.pick(open)
    const next = queues[which]?.shift()
    const scanner = scanners[which]
    if (next === undefined || scanner === undefined) break
    const pulled = next.first && random.chance(0.02)
    if (pulled) scanner.unplug()
    // Reports come at the bus's pace, readings at a person's: nobody scans two codes within a quarter of a second.
    clocks[which === 0 ? 0 : 1] += next.first ? random.pick([300, 600, 1500]) : random.between(1, 16)
    try {
      const text = scanner.hear(next.report)
      if (text !== null) heard[which]?.push(text)
    } catch {
      count.threw += 1
    }
  }
  for (const [which, sent] of lines.entries()) tally(sent, heard[which] ?? [], count)
}

function tally(sent: readonly Sent[], heard: readonly string[], count: Count): void {
  for (const text of heard) {
    if (sent.some((each) => each.text === text)) continue
    if (isFragment(text, sent)) {
      count.fragments += 1
      if (isOurs(text)) count.mistaken += 1
    } else count.wrong += 1
  }
  for (const [at, each] of sent.entries()) {
    if (each.fault !== 'none' || (at > 0 && sent[at - 1]?.fault !== 'none')) continue
    count.sound += 1
    if (!heard.includes(each.text)) count.missed += 1
  }
}

/** HID-POS scanners whose reports are lost, bent, doubled, swapped and mixed. */
export const hid: Proof = {
  title: 'faulty USB scanners never make a wrong scan',
  usual: 100_000,
  async run({ scale, progress }) {
    const random = randomFrom('hid')
    const texts = someTexts(random)
    const count: Count = { threw: 0, wrong: 0, missed: 0, sound: 0, fragments: 0, mistaken: 0 }
    for (let at = 0; at < scale; at += 1) {
      judgeSequence(random, texts, count)
      if (at % 1000 === 999) progress(at + 1, scale)
      // Others on this thread get their turn.
      if (at % 20_000 === 19_999) await new Promise((resolve) => setImmediate(resolve))
    }
    const kept: readonly Kept[] = [
      { promise: 'a faulty sequence of reports throws nothing', tried: scale, broken: count.threw },
      { promise: 'a faulty sequence of reports makes no wrong scan', tried: scale, broken: count.wrong },
      { promise: 'a sound reading after a sound one is heard', tried: count.sound, broken: count.missed },
      {
        promise: 'what is left of a reading without its first report is never taken for a card or slip',
        tried: count.fragments,
        broken: count.mistaken,
      },
    ]
    return kept
  },
}
