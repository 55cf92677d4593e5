import { contextBridge, ipcRenderer } from 'electron'

import type { Contract, EventTable, Refusal, Reply, RoleContract } from '../contract/channel.ts'
import { ASK, TELL } from '../contract/wire.ts'

const refused = (channel: string, refusal: Refusal) => new Error(`${channel}: ${refusal}`)

function askFor(channels: Contract) {
  const ask =
    (name: string, input: Contract[string]['input'], output: Contract[string]['output']) =>
    async (question: unknown): Promise<unknown> => {
      const request = input.safeParse(question)
      if (!request.success) throw refused(name, 'malformed-request')
      const reply: Reply = await ipcRenderer.invoke(ASK, name, request.data)
      if (!reply.ok) throw refused(name, reply.refusal)
      return output.parse(reply.value)
    }
  return Object.fromEntries(
    Object.entries(channels).map(([name, { input, output }]) => [name, ask(name, input, output)]),
  )
}

function listenFor(events: EventTable) {
  const listeners = new Map<string, Set<(event: unknown) => void>>()
  ipcRenderer.on(TELL, (_event, name: unknown, payload: unknown) => {
    const shape = typeof name === 'string' && Object.hasOwn(events, name) ? events[name] : undefined
    const event = shape?.safeParse(payload)
    if (event?.success !== true || typeof name !== 'string') return
    for (const listener of listeners.get(name) ?? []) listener(event.data)
  })
  return (name: string, listener: (event: unknown) => void) => {
    const hearing = listeners.get(name) ?? new Set()
    listeners.set(name, hearing.add(listener))
    return () => {
      hearing.delete(listener)
    }
  }
}

/** Puts one role's contract, checked on the way out and on the way back, into the page as `window.hims`. */
export function expose({ role, channels, events }: RoleContract): void {
  contextBridge.exposeInMainWorld('hims', { role, ask: askFor(channels), listen: listenFor(events) })
}
