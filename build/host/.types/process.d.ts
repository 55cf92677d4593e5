// What electron.d.ts adds to Node's `process`, for the app compiled against the host instead of Electron.
// In a dotted folder, because the root tsconfig takes every other file of build/ and there Electron's own types stand.
/* oxlint-disable typescript/no-explicit-any -- as Electron types it */
declare namespace NodeJS {
  interface Process {
    readonly type: 'browser' | 'renderer' | 'utility'
    readonly defaultApp?: boolean
    readonly parentPort: {
      on(event: 'message', listener: (message: { readonly data: any; readonly ports: readonly [] }) => void): void
      once(event: 'message', listener: (message: { readonly data: any; readonly ports: readonly [] }) => void): void
      postMessage(message: unknown): void
    }
  }
}
