/**
 * Stock Chromium cannot be taught a scheme, so `app://terminal/x` is shown to it as `https://terminal.app.localhost/x`:
 * a secure origin of its own, every request of which the host answers before a socket is opened.
 */
export interface Schemes {
  readonly register: (scheme: string) => void
  readonly isRegistered: (scheme: string) => boolean
  readonly toWeb: (url: string) => string
  readonly fromWeb: (url: string) => string
  /** A Content-Security-Policy that names the scheme must name what Chromium sees instead. */
  readonly policyToWeb: (policy: string) => string
}

const SCHEME_URL = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/is
const WEB_URL = /^https:\/\/(.+)\.([a-z0-9+-]+)\.localhost(?=[/?#]|$)(.*)$/is

export function createSchemes(): Schemes {
  const known = new Set<string>()
  const toWeb = (url: string) => {
    const [, scheme, host, rest] = SCHEME_URL.exec(url) ?? []
    if (scheme === undefined || host === undefined || !known.has(scheme.toLowerCase())) return url
    return `https://${host}.${scheme.toLowerCase()}.localhost${rest?.startsWith('/') ? rest : `/${rest}`}`
  }
  return {
    register: (scheme) => void known.add(scheme),
    isRegistered: (scheme) => known.has(scheme),
    toWeb,
    fromWeb(url) {
      const [, host, scheme, rest] = WEB_URL.exec(url) ?? []
      return scheme !== undefined && known.has(scheme) ? `${scheme}://${host}${rest}` : url
    },
    policyToWeb: (policy) =>
      policy.replaceAll(/[^\s;,]+/g, (token) => {
        const [, scheme, host] = /^([a-z][a-z0-9+.-]*):(?:\/\/([^/]+))?/i.exec(token) ?? []
        if (scheme === undefined || !known.has(scheme)) return token
        return host === undefined ? `https://*.${scheme}.localhost` : toWeb(token).replace(/\/$/, '')
      }),
  }
}
