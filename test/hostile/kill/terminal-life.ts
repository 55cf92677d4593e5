import { randomBytes, randomInt } from 'node:crypto'
import { channel } from 'node:diagnostics_channel'
import { writeSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'

import { z } from 'zod'

import { desk } from '../../../contract/desk.ts'
import { pharmacy } from '../../../contract/pharmacy.ts'
import { openTerminal } from '../../../main/service/terminal.ts'
import type { Hands } from '../../../main/process/message.ts'
import type { TerminalWorld } from '../../../main/service/world.ts'
import { axiosTransport } from '../../../sync/axios-transport.ts'
import type { Transport } from '../../../sync/transport.ts'
import { anyAuthority } from '../../../sync/trust.ts'
import { draft } from '../../unit/main-service/person.ts'
import { arm } from './arm.ts'
import { Life } from './said.ts'
import type { Said, Work } from './said.ts'

/** A terminal's brain on its real store, working until it is killed. */
export function live(life: Life): void {
  if (life.killAt !== null) arm(life.killAt)

  const say = (said: Said): void => void writeSync(1, `${JSON.stringify(said)}\n`)
  const points = channel('terminal.store')

  /** Waits are a twentieth as long: a life is a tenth of a second. */
  const timers: TerminalWorld['timers'] = {
    after(milliseconds, run) {
      const timer = setTimeout(run, milliseconds / 20)
      return () => clearTimeout(timer)
    },
  }

  /** The moments just before a push leaves and just after its answer came. */
  const transport = (address: string): Transport => {
    const line = axiosTransport(address)
    return async (request, signal) => {
      const isPush = request.path === '/sync/v1/push'
      if (isPush) points.publish('before-send')
      const answer = await line(request, signal)
      if (isPush && answer.kind === 'answer') points.publish('before-settle')
      return answer
    }
  }

  /** Printers that print everything at once. */
  const hands: Hands = async ({ kind }) =>
    kind === 'prepare'
      ? { kind: 'prepared', hash: 'ab'.repeat(32) }
      : kind === 'send'
        ? { kind: 'outcome', outcome: { kind: 'printed' } }
        : { kind: 'picture', png: null }

  const bytes = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'))

  const opening = openTerminal({
    setting: {
      folder: life.folder,
      key: bytes(life.key),
      nextKey: life.nextKey === null ? null : bytes(life.nextKey),
      role: life.role,
      hims: life.hims,
      trust: anyAuthority,
      code: life.code,
      cardRoots: [life.root],
      identityIssuers: [],
      language: 'en',
      backup: { folder: life.backup, unsent: null },
    },
    now: () => new Date(),
    random: (length) => Uint8Array.from(randomBytes(length)),
    hands,
    tell: () => {},
    timers,
    transport,
    report: (fault, where) =>
      say({
        is: 'fault',
        text: `${where}: ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}`,
      }),
  })
  const orders = { rest: false, close: false }
  createInterface({ input: process.stdin }).on('line', (line) => {
    if (line === 'rest') orders.rest = true
    if (line !== 'close' || orders.close) return
    orders.close = true
    void opening
      .then((terminal) => terminal.close())
      .then(() => {
        // What a life compiled is kept for the next one; whoever is killed cannot do that.
        process.getBuiltinModule('node:module').flushCompileCache()
        say({ is: 'closed' })
      })
  })

  async function ask(name: string, input: unknown = {}): Promise<unknown> {
    const reply = await (await opening).ask(name, input)
    return reply.ok ? reply.value : null
  }

  let count = 0
  const known = [...life.known]

  async function done(work: Work, how: () => Promise<string | null>): Promise<void> {
    say({ is: 'ask', work })
    if (life.hasty) say({ is: 'ack', work, id: '' })
    const id = await how()
    if (id !== null && !life.hasty) say({ is: 'ack', work, id })
  }

  const Saved = desk.channels['person.register'].output

  async function register(): Promise<void> {
    const name = `${life.tag} ${String.fromCharCode(65 + (count % 26))}${(count++).toString(26)}x`
    await done({ kind: 'person', name }, async () => {
      const input = { draft: draft({ latin: name, age: randomInt(90) }), distinctFrom: [] }
      const first = Saved.parse((await ask('person.register', input)) ?? { kind: 'not-saved', cause: 'store-closed' })
      const said =
        first.kind === 'look-first'
          ? Saved.parse(
              await ask('person.register', { ...input, distinctFrom: first.likely.map(({ person }) => person.id) }),
            )
          : first
      if (said.kind !== 'saved') return null
      known.push(said.person.id)
      return said.person.id
    })
  }

  const pick = (): string => known[randomInt(Math.max(1, known.length))] ?? ''

  async function correct(): Promise<void> {
    const person = pick()
    const opened = desk.channels['person.open'].output.parse(await ask('person.open', { id: person }))
    if (opened === null) return
    const phone = `9${String(randomInt(1e9)).padStart(9, '0')}`
    await done({ kind: 'phone', person, phone }, async () => {
      const said = Object(
        await ask('person.correct', { personId: person, was: { phone: opened.person.phone }, set: { phone } }),
      )
      return said.kind === 'saved' ? person : null
    })
  }

  async function token(): Promise<void> {
    const person = pick()
    const Answer = desk.channels['token.issue'].output
    // Which number it will be is not known before it is given.
    await done({ kind: 'token', person, number: '' }, async () => {
      const said = Answer.safeParse(await ask('token.issue', { personId: person, department: 'medicine' }))
      return said.success && said.data.kind === 'issued' ? said.data.visit.id : null
    })
  }

  async function give(): Promise<void> {
    const personId = pick()
    const list = pharmacy.channels['pick.open'].output.parse(await ask('pick.open', { personId }))
    const open = list?.prescriptions[0]
    const line = open?.lines[0]
    if (open === undefined || line === undefined) {
      await pause(20)
      return
    }
    const prescription = open.prescription.id
    if (line.mayGive < 3) {
      await ask('right.claim', { prescriptionId: prescription })
      await pause(20)
      return
    }
    const quantity = 1 + randomInt(3)
    await done({ kind: 'dispense', prescription, quantity }, async () => {
      const lines = [{ itemId: line.item.id, lotId: 'l1', quantity }]
      const said = Object(await ask('dispense.give', { prescriptionId: prescription, lines }))
      return said.kind === 'given' ? prescription : null
    })
  }

  const Status = z.object({
    waiting: z.number(),
    refused: z.number(),
    filling: z.boolean(),
    people: z.number(),
    link: z.object({ kind: z.string() }),
  })

  async function rest(): Promise<void> {
    const { link, ...status } = Status.parse(await ask('terminal.status'))
    say({ is: 'rest', ...status, online: link.kind === 'online' })
  }

  const unlocked = async (): Promise<boolean> =>
    Object(await ask('session.unlock', { operator: 'asha', pin: '2468' })).kind === 'unlocked'

  async function works(): Promise<void> {
    let isUnlocked = false
    while (!orders.rest) {
      if (!life.works) await pause(10)
      else if (!isUnlocked) {
        isUnlocked = await unlocked()
        if (!isUnlocked) await pause(20)
      } else {
        const draw = randomInt(10)
        if (life.role === 'pharmacy') await give()
        else if (draw < 6 || known.length === 0) await register()
        else if (draw < 8) await correct()
        else await token()
        if (draw % 3 === 0) await pause(randomInt(6))
      }
    }
  }

  async function lives(): Promise<void> {
    say({ is: 'open', state: (await opening).state().kind })
    await works()
    for (;;) {
      if (!orders.close) await rest()
      await pause(60)
    }
  }
  void lives()
}
