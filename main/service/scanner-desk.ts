import type { Handlers } from '../../contract/channel.ts'
import type { DeskScanner, scannerChannels, ScannerHeard } from '../../contract/scanner.ts'
import { unreachable } from '../../domain/result.ts'
import { isGarbled } from '../../domain/scan/garbled.ts'
import { judgeTest } from '../../domain/scan/layout-test.ts'
import { PAIRING_BYTES, pairingCode, readPairingCode, SETUP_PREFIX } from '../../domain/scan/pairing-code.ts'
import type { ScanEvent } from '../../domain/scan/scan-event.ts'
import type { ScannerSeen } from '../../domain/scan/scanner-seen.ts'
import { pairedScanners, rememberScanners } from '../paired-scanner.ts'
import type { PairedScanner } from '../paired-scanner.ts'

export interface ScannerDesk {
  readonly seen: (scanners: readonly ScannerSeen[]) => void
  /** True when a scan belongs to the scanner page and is used for nothing else. */
  readonly takes: (event: ScanEvent) => boolean
  readonly handlers: Handlers<typeof scannerChannels>
}

export interface ScannerWorld {
  readonly folder: string
  readonly now: () => Date
  readonly random: (bytes: number) => Uint8Array
  readonly tell: (heard: ScannerHeard) => void
}

/** All scanners that type look alike to a page: they share one name. */
const WEDGE = 'wedge'
/** So long after the page last asked it still counts as open, in milliseconds. */
const OPEN = 5000

/** Which scanners this terminal has, what they are called, and what they send while somebody sets them up. */
export function scannerDesk({ folder, now, random, tell }: ScannerWorld): ScannerDesk {
  let here: readonly ScannerSeen[] = []
  let paired = pairedScanners(folder)
  let code: string | null = null
  let openUntil = 0

  const nameOf = (device: string) => paired.find((each) => each.device === device)?.name ?? null
  const unseen = (): readonly PairedScanner[] =>
    paired.filter(({ device }) => !here.some((each) => each.device === device))
  const list = (): DeskScanner[] => [
    ...here.map((each) => ({ ...each, name: nameOf(each.device) })),
    ...unseen().map((each) => ({
      ...each,
      state: each.source === 'wedge' ? ('unknown' as const) : ('absent' as const),
    })),
  ]
  const scannerOf = (device: string, source: DeskScanner['source']): DeskScanner =>
    list().find((each) => each.device === device) ?? { device, source, label: '', name: null, state: 'unknown' }

  const judge = (scanner: DeskScanner, text: string): ScannerHeard => {
    if (isGarbled(text)) return { scanner, verdict: { kind: 'garbled' } }
    const pairing = readPairingCode(text)
    if (pairing !== null) return { scanner, verdict: { kind: pairing === code ? 'in-hand' : 'old-code' } }
    const verdict = judgeTest(text)
    switch (verdict.kind) {
      case 'not-the-test':
        return { scanner, verdict: { kind: 'other', length: text.length } }
      case 'other-layout':
        return { scanner, verdict: { ...verdict, wrong: [...verdict.wrong] } }
      case 'right':
      case 'small-letters':
      case 'cut':
        return { scanner, verdict }
      default:
        return unreachable(verdict)
    }
  }
  const remember = (next: readonly PairedScanner[]): { kind: 'saved' | 'not-saved' } => {
    if (!rememberScanners(folder, next)) return { kind: 'not-saved' }
    paired = next
    return { kind: 'saved' }
  }

  return {
    seen(scanners) {
      here = scanners
    },
    takes({ device, source, text }) {
      if (source === 'camera') return false
      const open = now().getTime() < openUntil
      if (open) tell(judge(scannerOf(device, source), text))
      return open || text.trimStart().toUpperCase().startsWith(SETUP_PREFIX)
    },
    handlers: {
      async 'scanner.watch'() {
        openUntil = now().getTime() + OPEN
        return list()
      },
      async 'scanner.pair'() {
        code = pairingCode(random(PAIRING_BYTES))
        return { code }
      },
      async 'scanner.name'({ device, name }) {
        const { source, label } = scannerOf(device, WEDGE)
        return remember([...paired.filter((each) => each.device !== device), { device, source, label, name }])
      },
      'scanner.forget': async ({ device }) => remember(paired.filter((each) => each.device !== device)),
      'scanner.typed': async ({ text }) => judge(scannerOf(WEDGE, WEDGE), text),
    },
  }
}
