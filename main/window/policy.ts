/** Where a page comes from: this app's own files, or, in development only, the page server on this machine. */
export interface Origin {
  readonly protocol: string
  readonly host: string
}

export const APP: Origin = { protocol: 'app:', host: 'terminal' }

/**
 * What a page may load and do. It has no network at all (`connect-src 'none'`); `wasm-unsafe-eval` is for the QR
 * decoder, and the one Trusted Types policy may only name the decoder's worker.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' blob: data:",
  "media-src 'self' blob:",
  "worker-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types hims-worker',
].join('; ')

/** True for a page of ours. Compares parsed parts: `app://terminal.evil` is not `app://terminal`. */
export function isOurs(url: string, origin: Origin): boolean {
  const parsed = URL.parse(url)
  return parsed !== null && parsed.protocol === origin.protocol && parsed.host === origin.host
}

/** Chromium asks for `media` with what it wants to record; a terminal only ever looks, never listens. */
export function mayUse(permission: string, mediaTypes: readonly string[], url: string, origin: Origin): boolean {
  if (permission !== 'media' || !isOurs(url, origin)) return false
  return mediaTypes.length > 0 && mediaTypes.every((type) => type === 'video')
}
