import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import type { RoomState } from '../../contract/room.ts'
import { SpeechSetting } from '../../domain/hospital/speech-setting.ts'
import type { Language } from '../../domain/language.ts'
import type { ChangeRow } from '../../domain/wire/sync.ts'
import { openHims } from '../../hims/open.ts'
import { loadPicture, pixelsOf } from '../paper/raster.ts'
import { readCode } from '../paper/read-code.ts'
import { ceremony } from './ceremony.ts'
import { control } from './control.ts'
import { devices } from './device.ts'
import { freePort } from './free-port.ts'
import { himsProcess } from './hims-process.ts'
import type { HimsProcess } from './hims-process.ts'
import { withPin } from './people.ts'
import { answerRoom } from './room-answer.ts'
import { generateHospital } from './seed/hospital.ts'
import type { Hospital } from './seed/hospital.ts'
import { hallLabel, rooms, rosterOf } from './seed/roster.ts'
import { staff } from './seed/staff.ts'
import type { LaunchSpec } from './terminal-spec.ts'
import { terminalSpec } from './terminal-spec.ts'
import { tray } from './tray.ts'
import type { Tray } from './tray.ts'
import { windowPlaces } from './window-place.ts'

/** The terminals of the demonstration that stand for a role. */
export const demoRoles = ['desk', 'pharmacy', 'kiosk', 'doctor', 'display', 'admin'] as const
export type DemoRole = (typeof demoRoles)[number]

export interface Demonstration {
  readonly hims: HimsProcess
  /** The bearer token of a doctor's system, for `/fhir`. */
  readonly doctor: string
  readonly hospital: Hospital
  readonly tray: Tray
  /** Where everything of it is kept. */
  readonly data: string
  readonly terminals: Readonly<Record<DemoRole, LaunchSpec>>
  readonly room: LaunchSpec
  readonly state: () => RoomState
  /** Decodes a paper's picture and sends what it says through a terminal's scanner, as a hand would. */
  readonly scan: (paper: string, scanner: string) => Promise<'sent' | 'unreadable' | 'not-connected'>
  /** Sends a text through a terminal's scanner; false when no terminal listens. */
  readonly sendScan: (scanner: string, text: string) => boolean
  readonly setPrinter: (printer: string, faults: { readonly paperOut: boolean; readonly coverOpen: boolean }) => void
  readonly close: () => Promise<void>
}

export interface DemonstrationWorld {
  readonly root: string
  /** Where everything of this demonstration is kept. */
  readonly data: string
  /** Carries on with what an earlier demonstration left there. */
  readonly keep: boolean
  readonly people: number
  readonly now: () => Date
  /** For whoever measures: printers take the time that real ones take, and what they print is not looked at. */
  readonly isTimed?: boolean
}

const SEED = 'lok-nayak'

/** The rows of a generated hospital, in an order in which none points to a later one. */
const rowsOf = (hospital: Hospital, today: string): readonly ChangeRow[] => [
  { table: 'facility', row: hospital.facility },
  ...hospital.departments.map((row) => ({ table: 'department', row }) as const),
  ...rooms.map((row) => ({ table: 'room', row }) as const),
  ...rosterOf(today).map((row) => ({ table: 'roster', row }) as const),
  ...staff.map((each) => ({ table: 'operator', row: withPin(each, randomBytes(16)) }) as const),
  ...hospital.people.map((row) => ({ table: 'person', row }) as const),
  ...hospital.allergies.map((row) => ({ table: 'allergy', row }) as const),
  ...hospital.medicines.map((row) => ({ table: 'medicine', row }) as const),
  ...hospital.lots.map((row) => ({ table: 'lot', row }) as const),
  ...hospital.stock.map((row) => ({ table: 'stock_event', row }) as const),
  ...hospital.stores.rooms.map((row) => ({ table: 'room', row }) as const),
  ...hospital.stores.stock.map((row) => ({ table: 'stock_event', row }) as const),
  ...hospital.stores.marks.map((row) => ({ table: 'lot_mark', row }) as const),
  ...hospital.stores.levels.map((row) => ({ table: 'reorder_level', row }) as const),
  ...hospital.stores.requests.map((row) => ({ table: 'supply_request', row }) as const),
  ...hospital.stores.readings.map((row) => ({ table: 'cold_reading', row }) as const),
  ...hospital.prescriptions.map((row) => ({ table: 'prescription', row }) as const),
]

interface Prepared {
  readonly doctor: string
  /** The root to pin at terminals. */
  readonly cardRoot: string
  readonly codes: Readonly<Record<DemoRole, string>>
}

async function prepareHims(database: string, hospital: Hospital, now: () => Date): Promise<Prepared> {
  const fresh = !existsSync(database)
  const hims = await openHims({ database, now: () => now().getTime(), random: (bytes) => randomBytes(bytes) })
  if (fresh) {
    const { refused } = await hims.load(rowsOf(hospital, dayInDelhi(now())))
    if (refused[0] !== undefined) throw new Error(`HIMS refused a generated row: ${refused[0].reason}`)
  }
  const enrol = async (role: DemoRole, label: string) => (await hims.createEnrolment({ role, label })).code
  const prepared = {
    cardRoot: await ceremony(hims, { now: () => now().getTime(), rootSeed: randomBytes(32) }),
    doctor: (await hims.createClient('OPD system')).token,
    codes: {
      pharmacy: await enrol('pharmacy', 'Window 3'),
      desk: await enrol('desk', 'Counter 7'),
      kiosk: await enrol('kiosk', 'Kiosk 2'),
      doctor: await enrol('doctor', 'Room 14'),
      display: await enrol('display', hallLabel),
      admin: await enrol('admin', 'Office'),
    },
  }
  await hims.close()
  return prepared
}

/** The calendar day in Delhi. */
const dayInDelhi = (now: Date): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Kolkata' }).format(now)

/** Opens a whole hospital on this machine: HIMS, its devices, its papers, and what to launch for each terminal. */
export async function openDemonstration(world: DemonstrationWorld): Promise<Demonstration> {
  const { root, data, now } = world
  if (!world.keep) rmSync(data, { recursive: true, force: true })
  mkdirSync(data, { recursive: true, mode: 0o700 })
  const hospital = generateHospital({ seed: SEED, today: dayInDelhi(now()), people: world.people })
  const database = join(data, 'hims.sqlite')
  const { doctor, cardRoot, codes } = await prepareHims(database, hospital, now)
  const hims = himsProcess({ root, database, port: await freePort(), log: join(data, 'hims.log'), changed: () => {} })
  await hims.start()

  const papers = tray(join(data, 'papers'), now, () => {})
  const folders = { cards: join(data, 'cards'), pages: join(data, 'pages') }
  const room = await devices({ ...folders, papers, isTimed: world.isTimed === true })
  const places = windowPlaces()
  const credential = randomBytes(24).toString('base64url')
  const spec = (role: DemoRole) =>
    terminalSpec(
      { root, data },
      role,
      {
        role,
        hims: [hims.url],
        fhir: null,
        pins: [],
        authority: null,
        backup: { folder: null, unsent: null },
        sticks: null,
        speech: SpeechSetting.parse({}),
        code: codes[role],
        cardRoots: [cardRoot],
        printers: [...room.printersOf(role)],
        scanners: [...room.scannersOf(role)],
        identityIssuers: [],
        window: places[role],
      },
      credential,
    )

  let language: Language = 'en'
  const state = (): RoomState => ({
    language,
    hims: hims.state(),
    papers: papers.papers().map(({ id, kind, from, at, width, height }) => ({ id, kind, from, at, width, height })),
    scanners: room.scanners(),
    printers: room.printers(),
    operators: staff.map(({ operator, pin }) => ({ name: operator.name, role: operator.roles.join(', '), pin })),
  })
  const scan: Demonstration['scan'] = async (paper, scanner) => {
    const found = papers.find(paper)
    if (found === null) return 'unreadable'
    const { text } = await readCode(pixelsOf(await loadPicture(found.png)))
    if (text === null) return 'unreadable'
    return room.send(scanner, text) ? 'sent' : 'not-connected'
  }
  const token = randomBytes(24).toString('base64url')
  const door = await control(
    token,
    answerRoom({ state, scan, hims, papers, setPrinter: room.setPrinter, speak: (next) => (language = next) }),
  )

  return {
    hims,
    doctor,
    hospital,
    tray: papers,
    data,
    terminals: {
      desk: spec('desk'),
      pharmacy: spec('pharmacy'),
      kiosk: spec('kiosk'),
      doctor: spec('doctor'),
      display: spec('display'),
      admin: spec('admin'),
    },
    room: {
      name: 'room',
      args: [join(root, 'dist/main/room.js'), `--user-data-dir=${join(data, 'room')}`],
      env: {
        HIMS_ROOM_CONTROL: door.url,
        HIMS_ROOM_TOKEN: token,
        HIMS_ROOM_PLACE: `${places.room.x},${places.room.y}`,
      },
      userData: join(data, 'room'),
    },
    state,
    scan,
    sendScan: room.send,
    setPrinter: room.setPrinter,
    close: async () => {
      await door.close()
      await room.close()
      await hims.stop()
    },
  }
}
