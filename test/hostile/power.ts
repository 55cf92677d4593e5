import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'

import type { PowerSession } from './power-case.ts'
import type { PowerFound } from './power-cut.ts'
import type { Kept, Proof } from './promise.ts'

type Cuttable = Exclude<PowerSession, 'disk'>

/** Shares of all images, in percent. */
const shares: Readonly<Record<Cuttable, number>> = {
  work: 40,
  migrate: 12,
  backup: 14,
  rekey: 14,
  rescue: 8,
  normal: 12,
}

/** So many images are cut from one recorded session; then another one is recorded. */
const PART = 2000
/** The control is there to be caught; more of it shows nothing more. */
const MOST_CONTROL = 400

/** One session to record and to cut. */
export interface PowerPart {
  readonly session: Cuttable
  readonly rounds: number
  readonly images: number
  readonly seed: number
}

/** Sessions of many lengths, so that cuts fall at other places of the log each time. */
function partsOf(session: Cuttable, scale: number, from: number): readonly PowerPart[] {
  const share = Math.round((scale * shares[session]) / 100)
  // Enough that a control which should lose does, whatever the luck.
  const images = session === 'normal' ? Math.max(40, Math.min(MOST_CONTROL, share)) : Math.max(4, share)
  const count = Math.ceil(images / PART)
  return Array.from({ length: count }, (_, at) => ({
    session,
    rounds: Math.min(120, 12 + Math.floor(scale / 100), at === 0 ? 120 : 14 + ((at * 7) % 30)),
    images: Math.floor((images * (at + 1)) / count) - Math.floor((images * at) / count),
    seed: from + at,
  }))
}

const workerFile = join(import.meta.dirname, 'power-worker.ts')

function ran(part: PowerPart, done: (images: number) => void): Promise<PowerFound> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile, { workerData: part })
    worker.on('message', (said: number | PowerFound) => (typeof said === 'number' ? done(said) : resolve(said)))
    worker.on('error', reject)
    worker.on('exit', (code) => reject(new Error(`A worker ended with ${code}`)))
  })
}

const promises: Readonly<Record<Cuttable, string>> = {
  work: 'a power cut takes nothing that was acknowledged while people register, medicines are given and HIMS is read',
  migrate: 'nor while the database is brought to a new version',
  backup: 'nor while a backup runs, and a backup called done is whole',
  rekey: 'nor while the key is changed',
  rescue: 'nor while damaged records are set aside',
  normal: 'the same check finds what synchronous=NORMAL loses',
}

const sessions = ['work', 'migrate', 'backup', 'rekey', 'rescue', 'normal'] as const

export const power: Proof = {
  title: 'cuts the power under a working store: un-synced writes kept, dropped, torn',
  usual: 2000,
  run: async ({ scale, from = 7, progress }) => {
    const parts = sessions.flatMap((session) => partsOf(session, scale, from))
    const all = parts.reduce((sum, { images }) => sum + images, 0)
    const found = new Map<Cuttable, PowerFound>()
    let done = 0
    const count = (images: number): void => progress((done += images), all)
    const next = parts.values()
    const one = async (): Promise<void> => {
      for (const part of next) {
        const { tried, faults } = await ran(part, count)
        const before = found.get(part.session) ?? { tried: 0, faults: [] }
        found.set(part.session, { tried: before.tried + tried, faults: [...before.faults, ...faults] })
        if (part.session !== 'normal') for (const fault of faults.slice(0, 10)) console.error(fault)
      }
    }
    await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, one))
    return sessions.map((session) => keptOf(session, found.get(session) ?? { tried: 0, faults: [] }))
  },
}

function keptOf(session: Cuttable, { tried, faults }: PowerFound): Kept {
  if (session !== 'normal') return { promise: promises[session], tried, broken: faults.length }
  const promise = `${promises.normal} (${faults.length} of ${tried})`
  return { promise, tried: 1, broken: faults.length > 0 ? 0 : 1 }
}
