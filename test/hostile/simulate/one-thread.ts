import crypto from 'node:crypto'
import fs from 'node:fs'
import fsPromises from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import timers from 'node:timers'
import timersPromises from 'node:timers/promises'
import workerThreads from 'node:worker_threads'
import zlib from 'node:zlib'

/**
 * Loaded before everything else (`node --import`): what Node would do on other threads is done at once, and every turn
 * of the loop that somebody waits for is counted. What is left is one thread that does the same things in the same order.
 */
export interface OneThread {
  /** Turns of the loop, and work on other threads, that somebody waits for. */
  readonly open: () => number
  /** One turn that is not counted. */
  readonly turn: () => Promise<void>
}

const NAME = Symbol.for('hospital one thread')

type Done = (error: unknown, value?: unknown) => void
type Anything = (...given: readonly unknown[]) => unknown

let open = 0
const laterTurn = timers.setImmediate

function counted(run: Anything, ...given: readonly unknown[]): NodeJS.Immediate {
  open++
  return laterTurn(() => {
    open--
    run(...given)
  })
}

const promised = <Value>(value?: Value): Promise<Value | undefined> =>
  new Promise((resolve) => void counted(() => resolve(value)))

/** Done at once and told a turn later. */
const soon = <Value>(work: () => Value): Promise<Value> =>
  new Promise((resolve, reject) => {
    try {
      const value = work()
      counted(() => resolve(value))
    } catch (error) {
      counted(() => reject(error))
    }
  })

/** The same answer as the work on another thread would have given, a turn later. */
const atOnce =
  (work: Anything): Anything =>
  (...given) => {
    const done = given.at(-1)
    if (typeof done !== 'function') return work(...given)
    let told: Parameters<Done>
    try {
      told = [null, work(...given.slice(0, -1))]
    } catch (error) {
      told = [error]
    }
    counted(() => done(...told))
    return undefined
  }

function methodOf(owner: object, name: string): Anything {
  const method: unknown = Reflect.get(owner, name)
  if (typeof method !== 'function') throw new Error(`There is no ${name}`)
  return (...given) => Reflect.apply(method, owner, given)
}

function replace(owner: object, name: string | symbol, value: unknown): void {
  Object.defineProperty(owner, name, { value, configurable: true, writable: true, enumerable: true })
}

/** Work that cannot be done at once is counted at least. */
function countAll(owner: object, names: readonly string[]): void {
  for (const name of names) {
    const work: unknown = Reflect.get(owner, name)
    if (typeof work !== 'function') continue
    replace(owner, name, async (...given: readonly unknown[]) => {
      open++
      try {
        return await Reflect.apply(work, owner, given)
      } finally {
        open--
      }
    })
  }
}

export function oneThread(): OneThread {
  const made: unknown = Reflect.get(globalThis, NAME)
  if (made === undefined) throw new Error('Start this with --import one-thread.ts')
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return made as OneThread
}

function noThread(): never {
  throw new Error('There is one thread')
}

/** What a file's handle is asked for here, done at once. */
const handleOf = (file: number): object => ({
  write: (bytes: Uint8Array, from: number, length: number, at: number) =>
    soon(() => ({ bytesWritten: fs.writeSync(file, bytes, from, length, at), buffer: bytes })),
  read: (bytes: Uint8Array, from: number, length: number, at: number) =>
    soon(() => ({ bytesRead: fs.readSync(file, bytes, from, length, at), buffer: bytes })),
  sync: () => soon(() => fs.fsyncSync(file)),
  close: () => soon(() => fs.closeSync(file)),
})

async function noBytes(path: string): Promise<object> {
  fs.writeFileSync(path, '')
  const nothing = async (): Promise<void> => {}
  return { write: nothing, sync: nothing, close: nothing }
}

function begin(): void {
  for (const owner of [globalThis, timers]) {
    replace(owner, 'setImmediate', counted)
  }
  replace(timersPromises, 'setImmediate', promised)
  replace(crypto, 'verify', atOnce(methodOf(crypto, 'verify')))
  const stretch = methodOf(crypto, 'scryptSync')
  // Nobody guesses at codes and PINs here, and one price for all of them keeps their hashes the same.
  const cheaply = (secret: unknown, salt: unknown, length: unknown): unknown => stretch(secret, salt, length, { N: 2 })
  replace(crypto, 'scryptSync', cheaply)
  replace(crypto, 'scrypt', atOnce(cheaply))
  const compress = zlib.zstdCompressSync
  // The hardest packing is most of what a small exchange costs, and nothing here is about size.
  replace(zlib, 'zstdCompressSync', (bytes: Uint8Array, options: zlib.ZstdOptions = {}) =>
    compress(bytes, { ...options, params: { [zlib.constants.ZSTD_c_compressionLevel]: 1 } }),
  )
  for (const name of ['zstdCompress', 'zstdDecompress', 'gzip', 'gunzip', 'deflateRaw', 'inflateRaw']) {
    replace(zlib, name, atOnce(methodOf(zlib, `${name}Sync`)))
  }
  // Sixty-four megabytes of nothing, written beside everything else.
  replace(fsPromises, 'open', (path: string, ...rest: readonly unknown[]) =>
    path.endsWith('reserve.new')
      ? noBytes(path)
      : soon(() => handleOf(Number(methodOf(fs, 'openSync')(path, ...rest)))),
  )
  for (const name of ['unlink', 'rm', 'readFile', 'writeFile', 'rename', 'mkdir', 'stat', 'statfs', 'readdir']) {
    const work = methodOf(fs, `${name}Sync`)
    replace(fsPromises, name, (...given: readonly unknown[]) => soon(() => work(...given)))
  }
  // Whoever cannot have a thread does the work here.
  replace(workerThreads, 'Worker', noThread)
  countAll(globalThis.crypto.subtle, Object.getOwnPropertyNames(Object.getPrototypeOf(globalThis.crypto.subtle)))
  syncBuiltinESMExports()
  const self: OneThread = {
    open: () => open,
    turn: () => new Promise((resolve) => void laterTurn(() => resolve())),
  }
  replace(globalThis, NAME, self)
}

if (Reflect.get(globalThis, NAME) === undefined && process.execArgv.some((given) => given.includes('one-thread')))
  begin()
