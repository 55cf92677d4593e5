import type { Handlers } from '../../../contract/channel.ts'
import type { DeskScanner, scannerChannels } from '../../../contract/scanner.ts'
import { pairingCode } from '../../../domain/scan/pairing-code.ts'

/** The code that the canned scanner page draws. */
export const shownCode = pairingCode(Uint8Array.from({ length: 19 }, (_, at) => at * 11))

export const typing: DeskScanner = { device: 'wedge', source: 'wedge', label: '', name: null, state: 'unknown' }
export const voyager: DeskScanner = {
  device: 'hid-0c2e-0b61-19134B1234',
  source: 'hid',
  label: 'Honeywell Voyager 1470g',
  name: 'Window side',
  state: 'ready',
}
const gone: DeskScanner = { ...voyager, device: 'hid-05e0-1300', label: 'Zebra DS2208', name: null, state: 'absent' }
const serial: DeskScanner = {
  device: 'gate',
  source: 'serial',
  label: '/dev/ttyACM0',
  name: 'ਗੇਟ / गेट',
  state: 'refused',
}

export const someScanners: readonly DeskScanner[] = [voyager, serial, gone, { ...typing, name: 'Spare' }]

/** The scanner page's questions, answered for a desk with some scanners. */
export const scannerAnswers = (scanners = someScanners): Handlers<typeof scannerChannels> => ({
  'scanner.watch': async () => [...scanners],
  'scanner.pair': async () => ({ code: shownCode }),
  'scanner.name': async () => ({ kind: 'saved' }),
  'scanner.forget': async () => ({ kind: 'saved' }),
  'scanner.typed': async ({ text }) => ({
    scanner: typing,
    verdict: text === shownCode ? { kind: 'in-hand' } : { kind: 'other', length: text.length },
  }),
})
