import type { ScanOrder } from './message.ts'
import workerUrl from './worker.ts?worker&url' // oxlint-disable-line import/default

/** The part of Trusted Types (W3C) that this page may use. */
interface TrustedTypes {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ) => { readonly createScriptURL: (url: string) => string }
}

declare global {
  interface Window {
    readonly trustedTypes?: TrustedTypes
  }
}

/** The page's one policy: it lets through this worker and nothing else. */
const policy = window.trustedTypes?.createPolicy('hims-worker', {
  createScriptURL(url) {
    if (url !== workerUrl) throw new TypeError('Only the scan worker may be started')
    return url
  },
})

const startScanWorker = (): Worker =>
  new Worker(policy?.createScriptURL(workerUrl) ?? workerUrl, { type: 'module', name: 'scan' })

/** A worker that no camera uses just now: one that has read before is several times faster than a new one. */
let resting: Worker | null = null

export function takeScanWorker(): Worker {
  const worker = resting ?? startScanWorker()
  resting = null
  return worker
}

/** Gives it back for the next camera; what it saw is forgotten. */
export function restScanWorker(worker: Worker): void {
  const forget: ScanOrder = 'forget'
  worker.postMessage(forget)
  if (resting === null) resting = worker
  else worker.terminate()
}
