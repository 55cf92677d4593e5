import { EventEmitter } from 'node:events'

import { unsupported } from './unsupported.ts'

/** Event names with what each listener is given. */
export type EventMap<Events> = { readonly [Name in keyof Events]: readonly unknown[] }

type Listener<Args extends readonly unknown[]> = (...args: Args) => void

/** Node's emitter, narrowed to the events that are really fired: listening for another throws. */
export interface Emitter<Events extends EventMap<Events>> {
  on<Name extends keyof Events>(name: Name, listener: Listener<Events[Name]>): Emitter<Events>
  once<Name extends keyof Events>(name: Name, listener: Listener<Events[Name]>): Emitter<Events>
  off<Name extends keyof Events>(name: Name, listener: Listener<Events[Name]>): Emitter<Events>
  addListener<Name extends keyof Events>(name: Name, listener: Listener<Events[Name]>): Emitter<Events>
  removeListener<Name extends keyof Events>(name: Name, listener: Listener<Events[Name]>): Emitter<Events>
  removeAllListeners(name?: keyof Events): Emitter<Events>
  emit<Name extends keyof Events>(name: Name, ...args: Events[Name]): boolean
  listenerCount(name: keyof Events): number
}

export function createEmitter<Events extends EventMap<Events>>(
  owner: string,
  names: readonly (keyof Events & string)[],
): Emitter<Events> {
  const inner = new EventEmitter()
  inner.setMaxListeners(0)
  const known = new Set<unknown>(names)
  const name = (event: keyof Events) =>
    known.has(event) ? String(event) : unsupported(`${owner} event '${String(event)}'`)

  return {
    on(event, listener) {
      inner.on(name(event), listener)
      return this
    },
    once(event, listener) {
      inner.once(name(event), listener)
      return this
    },
    off(event, listener) {
      inner.off(name(event), listener)
      return this
    },
    addListener(event, listener) {
      inner.on(name(event), listener)
      return this
    },
    removeListener(event, listener) {
      inner.off(name(event), listener)
      return this
    },
    removeAllListeners(event) {
      if (event === undefined) inner.removeAllListeners()
      else inner.removeAllListeners(name(event))
      return this
    },
    emit: (event, ...args) => inner.emit(name(event), ...args),
    listenerCount: (event) => inner.listenerCount(name(event)),
  }
}

/** What a listener may prevent: Electron's `event.preventDefault()`. */
export interface PreventableEvent {
  preventDefault(): void
  readonly defaultPrevented: boolean
}

export function preventable<Details extends object>(details: Details): PreventableEvent & Details {
  let prevented = false
  const event: PreventableEvent = {
    preventDefault: () => {
      prevented = true
    },
    get defaultPrevented() {
      return prevented
    },
  }
  return Object.assign(event, details)
}
