const modules = new Map<string, unknown>()

/** What cannot be in a snapshot, such as a binary or an HTTP client, is read when it is wanted. */
export function fetched(name: string): unknown {
  const from = process.env['BUNDLED'] ?? ''
  const known = modules.get(name) ?? process.getBuiltinModule('node:module').createRequire(from)(name)
  modules.set(name, known)
  return known
}
