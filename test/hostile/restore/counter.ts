import { randomBytes } from 'node:crypto'
import { cpSync, existsSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'

import { desk } from '../../../contract/desk.ts'
import { pharmacy } from '../../../contract/pharmacy.ts'
import { TerminalStatus } from '../../../contract/shell.ts'
import type { TerminalStatus as Status } from '../../../contract/shell.ts'
import { openTerminal } from '../../../main/service/terminal.ts'
import type { Terminal } from '../../../main/service/terminal.ts'
import type { Transport } from '../../../sync/transport.ts'
import { anyAuthority } from '../../../sync/trust.ts'
import { goodHands, storeKey } from '../../fake/world.ts'
import { draft } from '../../unit/main-service/person.ts'
import { after, comesTrue } from './pace.ts'

/** A terminal whose disk can be copied, and a copy put back. */
export interface Counter {
  readonly folder: string
  readonly line: { up: boolean }
  readonly open: () => Promise<void>
  readonly close: () => Promise<void>
  /** The whole disk, or the database alone. */
  readonly copyTo: (folder: string) => void
  readonly putBack: (folder: string, what: 'disk' | 'database') => Promise<void>
  readonly status: () => Promise<Status>
  /** Online, nothing waits and all has come. */
  readonly rests: () => Promise<void>
  /** True when this store is told that it is a copy. */
  readonly isFenced: () => Promise<boolean>
  readonly beginAgain: () => Promise<void>
  readonly register: (name: string) => Promise<string | null>
  readonly correct: (personId: string, phone: string) => Promise<boolean>
  readonly token: (personId: string) => Promise<string | null>
  /** Gives one unit; false when it may not. */
  readonly give: (patient: { readonly personId: string; readonly prescription: string }) => Promise<boolean>
  readonly faults: readonly string[]
}

interface Place {
  readonly folder: string
  readonly role: 'desk' | 'pharmacy'
  readonly code: string
  readonly root: string
  readonly servers: readonly Transport[]
}

export function counterAt({ folder, role, code, root, servers }: Place): Counter {
  let terminal: Terminal | null = null
  const line = { up: true }
  const faults: string[] = []
  const hims = servers.map((_, at) => `http://server-${at}.invalid`)

  const open = async (): Promise<void> => {
    terminal = await openTerminal({
      setting: {
        folder,
        key: storeKey,
        role,
        hims,
        trust: anyAuthority,
        code,
        cardRoots: [root],
        identityIssuers: [],
        language: 'en',
      },
      now: () => new Date(),
      random: (bytes) => Uint8Array.from(randomBytes(bytes)),
      hands: goodHands,
      tell: () => {},
      timers: { after },
      transport: (address) => async (request, signal) => {
        const server = servers[hims.indexOf(address)]
        return line.up && server !== undefined ? server(request, signal) : { kind: 'lost' }
      },
      report: (fault, where) => void faults.push(`${where}: ${String(fault)}`),
    })
  }
  const ask = async (name: string, input: unknown = {}): Promise<unknown> => {
    const put = async () => terminal?.ask(name, input)
    const reply = await put()
    if (reply?.ok === false && reply.refusal === 'locked') {
      await terminal?.ask('session.unlock', { operator: 'asha', pin: '2468' })
      const again = await put()
      return again?.ok === true ? again.value : null
    }
    return reply?.ok === true ? reply.value : null
  }
  const close = async (): Promise<void> => {
    await terminal?.close()
    terminal = null
  }
  const status = async (): Promise<Status> => TerminalStatus.parse(await ask('terminal.status'))
  const settled = async (check: (seen: Status) => boolean, what: string): Promise<void> => {
    let seen = await status()
    const isThere = async (): Promise<boolean> => check((seen = await status()))
    await comesTrue(isThere, () => {
      const { link, waiting, filling, dataAsOf } = seen
      return `${folder} ${what}: ${JSON.stringify({ link, waiting, filling, dataAsOf })}`
    })
  }

  return {
    folder,
    line,
    faults,
    open,
    close,
    status,
    copyTo(copy) {
      rmSync(copy, { recursive: true, force: true })
      // 64 MiB of nothing, which whoever misses them sets aside again.
      cpSync(folder, copy, { recursive: true, filter: (source) => basename(source) !== 'reserve' })
    },
    async putBack(copy, what) {
      await close()
      const names = ['terminal.db', 'terminal.db-wal', 'terminal.db-shm', ...(what === 'disk' ? ['run.mark'] : [])]
      for (const name of names) {
        rmSync(join(folder, name), { force: true })
        if (existsSync(join(copy, name))) cpSync(join(copy, name), join(folder, name))
      }
      await open()
    },
    async rests() {
      const before = (await status()).dataAsOf
      await ask('sync.now')
      await settled(
        ({ link, waiting, filling, dataAsOf }) =>
          link.kind === 'online' && waiting === 0 && !filling && dataAsOf !== before,
        'to rest',
      )
    },
    async isFenced() {
      const decided = ({ link }: Status) => link.kind === 'refused' || link.kind === 'online'
      await settled(decided, 'an answer')
      return (await status()).link.kind === 'refused'
    },
    async beginAgain() {
      // Only somebody who has unlocked the terminal can.
      await ask('session.operators')
      await ask('sync.begin-again')
    },
    async register(name) {
      const Answer = desk.channels['person.register'].output
      const said = Answer.safeParse(await ask('person.register', { draft: draft({ latin: name }), distinctFrom: [] }))
      return said.success && said.data.kind === 'saved' ? said.data.person.id : null
    },
    async correct(personId, phone) {
      const opened = desk.channels['person.open'].output.parse(await ask('person.open', { id: personId }))
      if (opened === null) return false
      const change = { was: { phone: opened.person.phone }, set: { phone } }
      return Object(await ask('person.correct', { personId, ...change })).kind === 'saved'
    },
    async token(personId) {
      const Answer = desk.channels['token.issue'].output
      const said = Answer.safeParse(await ask('token.issue', { personId, department: 'medicine' }))
      return said.success && said.data.kind === 'issued' ? said.data.visit.id : null
    },
    async give({ personId, prescription }) {
      const list = pharmacy.channels['pick.open'].output.parse(await ask('pick.open', { personId }))
      const found = list?.prescriptions.find((each) => each.prescription.id === prescription)
      const itemId = found?.lines[0]?.item.id
      if (itemId === undefined) return false
      const lines = [{ itemId, lotId: 'l1', quantity: 1 }]
      const Answer = pharmacy.channels['dispense.give'].output
      const said = Answer.safeParse(await ask('dispense.give', { prescriptionId: prescription, lines }))
      return said.success && said.data.kind === 'given'
    },
  }
}
