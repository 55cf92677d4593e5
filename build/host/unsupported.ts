/** Thrown by every Electron API the development host does not carry: a missing ability is loud, never a silent stub. */
export class HostUnsupportedError extends Error {
  readonly api: string
  constructor(api: string) {
    super(`the development host cannot do ${api}; run on Electron`)
    this.name = 'HostUnsupportedError'
    this.api = api
  }
}

export function unsupported(api: string): never {
  throw new HostUnsupportedError(api)
}

// Asked of any object by `await`, JSON, the inspector and feature checks; answering "absent" is the truth.
const PROBED = new Set(['then', 'toJSON', 'constructor', 'dock', 'inspect', 'nodeType', 'asymmetricMatch'])

/** The object as it is, except that a member it does not have throws instead of being undefined. */
export function refusing<Target extends object>(name: string, target: Target): Target {
  return new Proxy(target, {
    get(object, key, receiver): unknown {
      if (typeof key === 'symbol' || key in object || PROBED.has(key)) return Reflect.get(object, key, receiver)
      return unsupported(`${name}.${key}`)
    },
  })
}

/** A whole Electron module the host lacks: it can be imported, and nothing can be done with it. */
export type Unsupported = () => never

export function unsupportedModule(name: string): Unsupported {
  const refuse = () => unsupported(name)
  return new Proxy(refuse, {
    get: (_, key) => (typeof key === 'symbol' || PROBED.has(key) ? undefined : unsupported(`${name}.${key}`)),
    apply: refuse,
    construct: refuse,
  })
}
