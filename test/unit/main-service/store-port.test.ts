import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'

import { serveStore } from '../../../main/process/store-port.ts'
import type { FromStore, ToStore } from '../../../main/process/message.ts'
import { offlineTransport, realTimers, removeFolder, storeKey, temporaryFolder, until } from '../../fake/world.ts'
import { newId } from './fixture.ts'

/** The main process's end of the port; every message crosses as a copy, as between processes. */
function mainSide() {
  const heard: FromStore[] = []
  let listener: (event: { readonly data: ToStore }) => void = () => {}
  let exits = 0
  serveStore(
    {
      postMessage: (message) => void heard.push(structuredClone(message)),
      on: (_, listen) => void (listener = listen),
    },
    {
      now: () => new Date(),
      random: (bytes) => Uint8Array.from(randomBytes(bytes)),
      timers: realTimers,
      transport: () => offlineTransport,
      report: (fault) => assert.fail(String(fault)),
      exit: () => void exits++,
    },
  )
  return {
    heard,
    exits: () => exits,
    send: (message: ToStore) => listener({ data: structuredClone(message) }),
    answer: (id: number) => heard.find((message) => message.kind === 'answer' && message.id === id),
  }
}

test('the process opens once, answers by number, and says when it has closed', async () => {
  const folder = temporaryFolder()
  const main = mainSide()
  main.send({ kind: 'ask', id: 1, channel: 'terminal.status', input: {} })
  await until(() => main.answer(1) !== undefined)
  assert.deepEqual(main.answer(1), { kind: 'answer', id: 1, reply: { ok: false, refusal: 'store-closed', paths: [] } })

  const setting = {
    folder,
    key: storeKey,
    role: 'desk',
    hims: ['http://hims.invalid'],
    trust: { pins: [], ca: null },
    code: null,
    cardRoots: [],
    identityIssuers: [],
    language: 'en',
  } as const
  main.send({ kind: 'open', setting })
  main.send({ kind: 'ask', id: 2, channel: 'terminal.status', input: {} })
  main.send({ kind: 'ask', id: 3, channel: 'person.open', input: { id: newId() } })
  main.send({ kind: 'ask', id: 4, channel: 'person.open', input: { id: 'no id' } })
  await until(() => main.answer(4) !== undefined)
  const reply = (id: number) => JSON.stringify(main.answer(id))
  assert.match(reply(2), /"role":"desk"/)
  assert.match(reply(3), /"refusal":"locked"/)
  assert.match(reply(4), /"refusal":"malformed-request","paths":\["id"\]/)
  const states = main.heard.flatMap((message) => (message.kind === 'state' ? [message.state.kind] : []))
  assert.deepEqual(states, ['opening', 'open'])

  main.send({ kind: 'close' })
  await until(() => main.exits() === 1)
  assert.deepEqual(main.heard.at(-1), { kind: 'closed' })
  removeFolder(folder)
})
