import type { Runtime } from '../contract/shell.ts'

/** Which runtime this is, by its own word: the development host never passes for Electron. */
export function runtimeOf(
  versions: Readonly<Record<string, string | undefined>>,
  app: string,
  limits: readonly string[],
): Runtime {
  const known = ['electron', 'himsHost', 'chrome', 'node'].flatMap((name) => {
    const version = versions[name]
    return version === undefined ? [] : [[name, version] as const]
  })
  return {
    name: versions['electron'] === undefined ? 'host' : 'electron',
    versions: { app, ...Object.fromEntries(known) },
    limits: [...limits],
  }
}

/** What the development host says it cannot do, as stable keys; nothing on Electron. */
export function hostLimits(env: Readonly<Record<string, string | undefined>>): readonly string[] {
  const listed: unknown = JSON.parse(env['HIMS_HOST_LIMITS'] ?? '[]')
  return Array.isArray(listed) ? listed.filter((each) => typeof each === 'string') : []
}
