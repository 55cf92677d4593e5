import type { StoreRescue, TerminalStatus } from '../../contract/shell.ts'
import type { DeviceHealth } from '../../domain/print/outcome.ts'
import { unreachable } from '../../domain/result.ts'
import type { MessageId, Values } from '../../domain/text/catalogue.ts'
import { clockText } from './format.ts'
import type { StateKind } from './icon/state-shape.tsx'

/** One entry of the status bar: a shape and words. */
export interface StatusItem {
  readonly key: string
  readonly kind: StateKind
  readonly id: MessageId
  readonly values?: Values
}

const secondsUntil = (iso: string, now: Date): number =>
  Math.max(0, Math.ceil((Date.parse(iso) - now.getTime()) / 1000))

function linkItem({ link }: TerminalStatus, now: Date): StatusItem {
  const key = 'link'
  switch (link.kind) {
    case 'connecting':
      return { key, kind: 'wait', id: 'common.link.connecting' }
    case 'online':
      return { key, kind: 'ok', id: 'common.link.online' }
    case 'offline': {
      const seconds = secondsUntil(link.nextTry, now)
      return seconds === 0
        ? { key, kind: 'wait', id: 'common.link.trying' }
        : { key, kind: 'wait', id: 'common.link.offline', values: { seconds } }
    }
    case 'not-enrolled':
      return { key, kind: 'wait', id: 'common.link.not-enrolled' }
    case 'refused':
      return { key, kind: 'care', id: 'common.link.refused' }
    default:
      return unreachable(link)
  }
}

function waitingItem({ waiting, refused, link }: TerminalStatus): StatusItem {
  const key = 'waiting'
  if (refused > 0) return { key, kind: 'care', id: 'common.refused', values: { count: refused } }
  if (waiting === 0) return { key, kind: 'ok', id: 'common.waiting.none' }
  const id = link.kind === 'online' ? 'common.waiting.going' : 'common.waiting.here'
  return { key, kind: 'wait', id, values: { count: waiting } }
}

const MINUTE = 60
const HOUR = 3600

function ageItem({ dataAsOf, link }: TerminalStatus, now: Date): StatusItem {
  const key = 'age'
  if (dataAsOf === null) return { key, kind: 'wait', id: 'common.data.none' }
  const seconds = Math.max(0, Math.floor((now.getTime() - Date.parse(dataAsOf)) / 1000))
  const kind = link.kind === 'online' ? 'ok' : 'wait'
  if (seconds < MINUTE) return { key, kind, id: 'common.data.seconds', values: { count: seconds } }
  if (seconds < HOUR) return { key, kind, id: 'common.data.minutes', values: { count: Math.floor(seconds / MINUTE) } }
  return { key, kind: 'wait', id: 'common.data.since', values: { time: clockText(new Date(dataAsOf)) } }
}

const DAY = 24 * HOUR
/** After so many days the list wants somebody's eye; it never stops care. */
const OLD_LIST = 7

/** How old the list of lost and stopped cards is. */
function cardListItem({ cardList: { asOf } }: TerminalStatus, now: Date): StatusItem {
  const key = 'card-list'
  if (asOf === null) return { key, kind: 'wait', id: 'cards.list.none' }
  const seconds = Math.max(0, (now.getTime() - Date.parse(asOf)) / 1000)
  if (seconds < DAY) return { key, kind: 'ok', id: 'cards.list.hours', values: { count: Math.floor(seconds / HOUR) } }
  const count = Math.floor(seconds / DAY)
  return { key, kind: count > OLD_LIST ? 'care' : 'wait', id: 'cards.list.days', values: { count } }
}

/** The age of that list where it wants somebody's eye: it is old, or none has come yet. */
export function oldListItem(status: TerminalStatus, now: Date): StatusItem | null {
  const item = cardListItem(status, now)
  return status.cardList.asOf === null || item.kind === 'care' ? item : null
}

const deviceKinds: Readonly<Record<DeviceHealth['state'], StateKind>> = {
  connecting: 'wait',
  ready: 'ok',
  'paper-out': 'care',
  'paper-low': 'care',
  'cover-open': 'care',
  offline: 'care',
  absent: 'wait',
}

const deviceItem = ({ device, kind, state }: DeviceHealth): StatusItem => ({
  key: `${kind} ${device}`,
  kind: deviceKinds[state],
  id: `common.device.${kind}.${state}`,
})

const FEW = 3

/** Devices that all answered are one entry: a narrow bar keeps its room for what is not well. */
function deviceItems(devices: TerminalStatus['devices']): readonly StatusItem[] {
  const well = devices.length >= FEW && devices.every(({ state }) => state === 'ready')
  if (!well) return devices.map(deviceItem)
  return [{ key: 'devices', kind: 'ok', id: 'common.devices.ready', values: { count: devices.length } }]
}

/** A disk that runs out, and what was saved from one that went bad. */
function diskItems(store: TerminalStatus['store']): readonly StatusItem[] {
  if (store.kind !== 'open') return []
  const { room, rescue } = store
  const id = room === 'low' ? 'common.disk.low' : room === 'ample' ? null : (`fault.room.${room}` as const)
  const disk: readonly StatusItem[] = id === null ? [] : [{ key: 'disk', kind: 'care', id }]
  return rescue === null ? disk : [...disk, rescueItem(rescue)]
}

function rescueItem({ carried: count, lost, tail }: StoreRescue): StatusItem {
  const key = 'rescue'
  if (lost.length > 0) {
    return { key, kind: 'care', id: 'fault.rescue.lost', values: { count, lost: lost.length, numbers: spans(lost) } }
  }
  return tail
    ? { key, kind: 'care', id: 'fault.rescue.tail', values: { count } }
    : { key, kind: 'wait', id: 'fault.rescue.whole', values: { count } }
}

/** `12–14, 20` for 12, 13, 14 and 20. */
export function spans(numbers: readonly number[]): string {
  const runs: [number, number][] = []
  for (const n of numbers.toSorted((a, b) => a - b)) {
    const run = runs.at(-1)
    if (run !== undefined && run[1] === n - 1) run[1] = n
    else runs.push([n, n])
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ')
}

/** What the status bar says, in its order; nothing is called ready that has not answered. */
export const statusLine = (status: TerminalStatus, now: Date): readonly StatusItem[] => [
  linkItem(status, now),
  waitingItem(status),
  ageItem(status, now),
  cardListItem(status, now),
  ...deviceItems(status.devices),
  ...diskItems(status.store),
]
