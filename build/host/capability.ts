import process from 'node:process'

/** What this runtime cannot do and Electron can; stable keys, so that the About page can name each in words. */
export const HOST_LIMITS = [
  'keystore',
  'silent-print',
  'asar',
  'kiosk-lock',
  'hid-picker',
  'auto-update',
  'native-dialog',
  'global-shortcut',
  'custom-origin',
  'power-events',
  'power-save-blocker',
  'hidden-window',
  'download',
] as const

export type HostLimit = (typeof HOST_LIMITS)[number]

const HOST_VERSION = '1'

/** `process.versions.electron` stays undefined: the host never passes itself off as Electron. */
export function declareHost(): void {
  Object.assign(process.versions, { himsHost: HOST_VERSION })
  Object.assign(process, { type: 'browser', defaultApp: true })
  process.env['HIMS_HOST_LIMITS'] = JSON.stringify(HOST_LIMITS)
}
