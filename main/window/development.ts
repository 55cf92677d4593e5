import type { Origin } from './policy.ts'

export interface DevelopmentServer {
  readonly url: string
  readonly origin: Origin
}

/** Vite's page server while developing: only on this machine, and never in a packaged app. */
export function developmentServer(
  packaged: boolean,
  env: Readonly<Record<string, string | undefined>>,
): DevelopmentServer | null {
  const url = URL.parse(env['HIMS_PAGE_SERVER'] ?? '')
  if (packaged || url === null || url.protocol !== 'http:' || url.hostname !== '127.0.0.1') return null
  return { url: `http://${url.host}`, origin: { protocol: url.protocol, host: url.host } }
}
