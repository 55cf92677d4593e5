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

export const startScanWorker = (): Worker =>
  new Worker(policy?.createScriptURL(workerUrl) ?? workerUrl, { type: 'module', name: 'scan' })
