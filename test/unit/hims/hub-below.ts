import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import type { TestContext } from 'node:test'

import { EnrolReply } from '../../../domain/wire/sync.ts'
import type { HimsRole } from '../../../domain/wire/sync.ts'
import type { Hims } from '../../../hims/hims.ts'
import { openHims } from '../../../hims/open.ts'
import { himsServer } from '../../../hims/server.ts'
import { freshPath } from './hospital.ts'
import { newKey, postEnrol, terminalWith } from './terminal.ts'

export interface TestHub {
  readonly base: string
  readonly hims: Hims
  /** Cuts and mends the line to HIMS. */
  readonly line: { up: boolean }
  /** The paths that the hub asked HIMS for. */
  readonly asked: string[]
  readonly drained: () => Promise<void>
}

export async function until(reached: () => Promise<boolean> | boolean, what: string): Promise<void> {
  const last = performance.now() + 60_000
  while (performance.now() < last) {
    if (await reached()) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  assert.fail(`waited in vain for ${what}`)
}

/** A hospital's own server below a HIMS, over a line that can be cut. */
export async function hubBelow(
  context: TestContext,
  above: { readonly base: string; readonly hims: Hims },
): Promise<TestHub> {
  const line = { up: true }
  const asked: string[] = []
  const { code } = await above.hims.createEnrolment({ role: 'hub', label: 'Server room' })
  const hims = await openHims({
    database: `sqlite:${freshPath(context)}`,
    now: Date.now,
    random: randomBytes,
    hub: {
      upstream: above.base,
      code,
      fetch(input, init) {
        if (!line.up) return Promise.reject(new Error('cut'))
        asked.push(new URL(input instanceof Request ? input.url : input).pathname)
        return fetch(input, init)
      },
      after(milliseconds, run) {
        const timer = setTimeout(run, milliseconds)
        return () => clearTimeout(timer)
      },
      report: (fault) => console.error(fault),
    },
  })
  const server = himsServer(hims)
  const base = await server.listen({ host: '127.0.0.1', port: 0 })
  hims.inside.hub?.start()
  context.after(async () => {
    await server.close()
    await hims.close()
  })
  const { hub } = hims.inside
  await until(() => hub?.link().kind === 'online', 'the hub to join')
  return {
    base,
    hims,
    line,
    asked,
    drained: () => until(async () => (await hub?.waiting()) === 0, 'the hub to send all'),
  }
}

/** One terminal, reached through both. */
export async function terminalAt(above: { readonly base: string; readonly hims: Hims }, hub: TestHub, role: HimsRole) {
  const key = newKey()
  const { code } = await above.hims.createEnrolment({ role, label: `Test ${role}` })
  const { body } = await postEnrol(hub.base, code, key.publicKey)
  const reply = EnrolReply.parse(body)
  return { hub: terminalWith(hub.base, reply, key.privateKey), direct: terminalWith(above.base, reply, key.privateKey) }
}
