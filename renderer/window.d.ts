/** What the preload exposed; typed where a page takes it, in `ui/bridge.ts`. */
interface Window {
  readonly hims: unknown
}

declare module '*.css'
