import type { Transport } from '../../../../sync/transport.ts'
import { fetched } from './fetched.ts'

interface Real {
  readonly axiosTransport: (address: string) => Transport
}

const lateTransport = (): Real => Object(fetched('./transport.cjs'))

/** Stands for `sync/axios-transport.ts` in a snapshot. */
export function axiosTransport(address: string): Transport {
  let real: Transport | null = null
  return (request, signal) => {
    real ??= lateTransport().axiosTransport(address)
    return real(request, signal)
  }
}
