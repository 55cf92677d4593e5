import { uuidV7 } from '../../domain/id.ts'
import { unreachable } from '../../domain/result.ts'
import type { CardId } from '../../domain/id.ts'
import type { DeviceHealth } from '../../domain/print/outcome.ts'
import type { TableName } from '../../domain/wire/table.ts'
import { startSync } from '../../sync/client.ts'
import { fhirPeer } from '../../sync/fhir/peer.ts'
import { fhirBase } from '../../sync/fhir/setting.ts'
import type { FhirSetting } from '../../sync/fhir/setting.ts'
import type { SyncClient } from '../../sync/client.ts'
import { sticksAt, usualSticks } from '../device/stick.ts'
import { refuse } from '../ipc/serve.ts'
import { backupsIn } from '../store/backup.ts'
import { fhirMemory } from '../store/fhir-memory.ts'
import { cardLists } from '../store/card-lists.ts'
import { dropLeased, isOldCopy, lockRights } from '../store/run-mark.ts'
import { runNote } from '../store/run-note.ts'
import { saving } from '../store/save.ts'
import type { Saved } from '../store/save.ts'
import type { Store } from '../store/store.ts'
import { syncPort } from '../store/sync-port.ts'
import { badgeDesk } from './badge-desk.ts'
import { benchOf } from './bench.ts'
import type { Bench } from './bench.ts'
import { batchRunner } from './card-batch-run.ts'
import { adminHandlers } from './admin-handlers.ts'
import { deskHandlers } from './desk-handlers.ts'
import type { Counter } from './counter.ts'
import { counterNames } from './doctor-counter.ts'
import { displayHandlers } from './display-handlers.ts'
import { displayVoice } from './display-voice.ts'
import type { DisplayVoice } from './display-voice.ts'
import { doctorHandlers } from './doctor-handlers.ts'
import { housekeeping } from './housekeeping.ts'
import type { HouseWorld } from './housekeeping.ts'
import { kioskDesk } from './kiosk-desk.ts'
import type { KioskDesk } from './kiosk-desk.ts'
import { kioskHandlers } from './kiosk-handlers.ts'
import { localDay } from './local-time.ts'
import { pharmacyHandlers } from './pharmacy-handlers.ts'
import { pruneAtStart } from './prune-at-start.ts'
import { answerScan, onceInAWhile } from './scan-desk.ts'
import { rightDesk } from './right-desk.ts'
import { scannerDesk } from './scanner-desk.ts'
import { sender } from './send-soon.ts'
import { sessionKeeper } from './session.ts'
import { spool } from './spool.ts'
import { openState, statusOf } from './status.ts'
import { stickDesk } from './stick-desk.ts'
import { syncDesk } from './sync-desk.ts'
import { teller } from './teller.ts'
import type { TerminalPart } from './terminal.ts'
import type { TerminalWorld } from './world.ts'

/** Asked and answered while nobody has unlocked the terminal. */
const openToAll = new Set([
  'terminal.status',
  'terminal.language',
  'session.operators',
  'session.unlock',
  'session.badge',
  'session.supervisors',
  'session.forgive',
])
/** Pages ask this by themselves: it is no sign of a person at work. */
const idleQuestions = new Set(['terminal.status', 'scanner.watch', 'sync.copying', 'batch.open'])
/** What another desk or HIMS says in these may end an order here or ask for it. */
const touchesRights: readonly TableName[] = ['prescription', 'order_event', 'right_wish']

/** Puts a terminal together around its open store. */
export function openTerminalAt(world: TerminalWorld & Pick<HouseWorld, 'damaged'>, store: Store): TerminalPart {
  const { setting, now, timers } = world
  const isKiosk = setting.role === 'kiosk'
  /** Nobody unlocks these. */
  const isPublic = isKiosk || setting.role === 'display'
  let devices: readonly DeviceHealth[] = []
  let guests: KioskDesk | null = null
  let client: SyncClient | null = null

  const house = housekeeping(world, store)
  const stopPruning = pruneAtStart(world, store)
  const told = teller(world, () => status())
  const isOld = isOldCopy(store.database, setting.folder, uuidV7(now().getTime(), world.random(10)))
  const session = sessionKeeper(
    store,
    {
      now,
      today: () => localDay(now()),
      timers,
      random: world.random,
      changed: told.status,
      rightsChanged: () => told.changed(new Set(['operator'])),
      isOldCopy: isOld,
    },
    () => bench.save,
  )
  const save = saving(store, {
    now,
    operator() {
      const current = session.now()
      return current.kind === 'unlocked' ? current.operator : null
    },
    saved: (what) => afterSave(what),
  })
  const cards = cardLists(store, setting.cardRoots)
  const bench: Bench = benchOf(world, store, save, cards, session)
  const statement = statusOf(bench, setting)
  const status = () => statement({ link: client?.link() ?? { kind: 'connecting' }, devices })
  const printing = spool(bench, {
    hands: world.hands,
    timers,
    changed(job) {
      const paper = guests?.paperOf(job) ?? null
      if (paper !== null) told.now('paper', paper)
      if (!isKiosk) told.now('print', job)
    },
  })
  const run = runNote(setting.folder)
  const sending = sender(timers, {
    send: () => client?.kick(),
    isDone: () => client?.link().kind !== 'online' || store.outbox.count('waiting') === 0,
  })
  const afterSave = ({ tables, told: toHims, printed }: Saved): void => {
    run.write(store.audit.head().seq)
    if (tables.size > 0) told.changed(tables)
    if (toHims) sending.soon()
    if (toHims) house.saved()
    if (printed.length > 0) printing.wake()
    for (const id of printed) {
      const job = store.spool.get(id)
      if (job !== null && !isKiosk) told.now('print', job)
    }
    if (toHims || printed.length > 0) told.status()
  }
  const lookUp = (card: CardId): void => {
    client?.lookUp(card).catch((fault: unknown) => world.report(fault, 'lookup'))
  }
  const scanners = scannerDesk({
    folder: setting.folder,
    now,
    random: world.random,
    tell: (heard) => told.now('scanner', heard),
  })
  const port = syncPort(store, {
    now,
    random: world.random,
    newId: () => uuidV7(now().getTime(), world.random(10)),
    cards,
    days: () => [bench.today(), localDay(new Date(now().getTime() + DAY))],
    changed: (tables) => kept(tables),
  })
  const stick = stickDesk({
    port,
    now,
    random: world.random,
    sticks: () => sticksAt(setting.sticks ?? usualSticks),
    label: () => store.device.read().label,
    note: (deed, subject) => void save((write) => write.audit(deed, subject)),
  })
  const backupFolder = setting.backup?.folder ?? null
  const sync = syncDesk(store, {
    client: () => client,
    now,
    after: timers.after,
    copies: house.copies,
    report: (fault) => {
      if (store.database.open) world.report(fault, 'backup')
    },
    backups: () => (backupFolder === null ? [] : backupsIn(backupFolder)),
    stick,
  })
  const rights = rightDesk(bench, {
    ask: async (request) => (await client?.right(request)) ?? null,
    after: timers.after,
    report: world.report,
  })
  const counters = counterNames(async (request) => (await client?.right(request)) ?? null, world.report)
  const isPharmacy = setting.role === 'pharmacy'
  if (isOld) {
    if (isPharmacy) lockRights(store.database)
    else dropLeased(store.database)
  }
  const batches = batchRunner(bench, { timers, report: world.report })
  const counter: Counter = {
    bench,
    session,
    badges: badgeDesk(bench),
    badgeShown: (answer) => told.now('badge', answer),
    spool: printing,
    scanners,
    sync,
    status,
    statusChanged: told.status,
    lookUp,
    find: {
      find: async (by) => (await client?.find(by)) ?? { kind: 'away' },
      keep: (person) => port.guest(person) === 'kept',
    },
    rights,
    batches,
  }
  guests = isKiosk ? kioskDesk(bench) : null
  const voice = displayVoice(bench, {
    setting: setting.role === 'display' ? (setting.speech ?? null) : null,
    hands: world.hands,
    timers,
    tell: told.now,
    report: world.report,
  })
  const handlers = handlersOf(setting.role, counter, guests, voice)

  const kept = (tables: ReadonlySet<TableName>): void => {
    if (tables.size > 0) told.changed(tables)
    if (tables.has('card')) port.cardsChanged()
    if (tables.has('visit_event')) voice.changed()
    if (isPharmacy && touchesRights.some((table) => tables.has(table))) rights.tidy()
    if (tables.has('operator')) session.staffChanged()
    told.status()
  }
  const { folder, key, role, trust } = setting
  const fhir = setting.fhir ?? null
  const filler =
    key === null || fhir !== null
      ? null
      : (world.fill?.({ folder, key, role, trust, turn: store.turn.memory }, kept) ?? null)
  const peerAt = (own: FhirSetting) => (signal: AbortSignal) =>
    fhirPeer({
      store: port,
      memory: fhirMemory(store, { now, changed: kept }),
      setting: own,
      role,
      base: fhirBase(setting.hims[0] ?? ''),
      transport: (address) => world.transport(address, trust),
      now,
      after: timers.after,
      signal,
      newId: bench.newId,
      today: bench.today,
      passedOver: () => {},
    })
  client = startSync({
    ...(filler === null ? {} : { pullBeside: (address) => filler.pull(address) }),
    store: port,
    ...(fhir === null ? { servers: serversAt(world) } : { servers: [], peer: peerAt(fhir) }),
    code: setting.code,
    now,
    random: world.random,
    after: timers.after,
    linkChanged(link) {
      told.status()
      if (isPharmacy) rights.linkChanged(link)
      if (setting.role === 'doctor') counters.linkChanged(link)
    },
    report: world.report,
  })
  printing.wake()
  if (setting.role === 'desk') batches.wake()
  const once = onceInAWhile(now)

  return {
    state: openState(store, now()),
    async answer(channel, input) {
      if (!isPublic && session.now().kind === 'locked' && !openToAll.has(channel)) return refuse('locked')
      const handler = Object.hasOwn(handlers, channel) ? handlers[channel] : undefined
      if (handler === undefined) return refuse('unknown-channel')
      if (!idleQuestions.has(channel)) {
        stopPruning()
        session.active()
        store.turn.asked()
      }
      return { ok: true, value: await handler(input) }
    },
    scanned(event) {
      const { device, text } = event
      if (!once(device, text)) return
      store.turn.asked()
      if (guests !== null) return told.now('scanned', guests.scan(text, lookUp))
      const badge = isPublic ? null : session.badge(text)
      if (badge !== null) return told.now('badge', badge)
      if (session.now().kind === 'locked') return
      session.active()
      if (scanners.takes(event)) return
      told.now('scanned', answerScan(bench, text, device, lookUp))
    },
    scanners: scanners.seen,
    health(seen) {
      devices = seen
      printing.health(seen)
      told.status()
    },
    async close() {
      if (!store.database.open) return
      await sending.close()
      if (!store.database.open) return
      house.close()
      stopPruning()
      voice.close()
      batches.close()
      printing.close()
      told.close()
      session.close()
      rights.close()
      await Promise.all([client?.stop(), filler?.close()])
      store.close()
      run.close()
    },
  }
}

const serversAt = ({ setting: { hims, trust }, transport }: TerminalWorld) =>
  hims.map((address) => ({ address, transport: transport(address, trust) }))

const DAY = 24 * 3_600_000

type Handler = (input: unknown) => Promise<unknown>

function staffOf(role: TerminalWorld['setting']['role'], counter: Counter, voice: DisplayVoice): unknown {
  switch (role) {
    case 'pharmacy':
      return pharmacyHandlers(counter)
    case 'doctor':
      return doctorHandlers(counter)
    case 'admin':
      return adminHandlers(counter)
    case 'display':
      return displayHandlers(counter, voice)
    case 'desk':
    case 'kiosk':
      return deskHandlers(counter)
    default:
      return unreachable(role)
  }
}

/** The one place where handlers lose their types: `serve` has checked the input against the channel's schema. */
function handlersOf(
  role: TerminalWorld['setting']['role'],
  counter: Counter,
  guests: KioskDesk | null,
  voice: DisplayVoice,
): Readonly<Record<string, Handler>> {
  const handlers: unknown = guests === null ? staffOf(role, counter, voice) : kioskHandlers(counter, guests)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return handlers as Readonly<Record<string, Handler>>
}
