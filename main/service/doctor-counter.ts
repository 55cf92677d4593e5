import type { RightReply, RightRequest } from '../../domain/wire/right.ts'
import type { LinkState } from '../../sync/client.ts'

export interface CounterNames {
  linkChanged(link: LinkState): void
}

/** Learns which pharmacies there are whenever HIMS comes back: an order names the one that gives it first. */
export function counterNames(
  ask: (request: RightRequest) => Promise<RightReply | null>,
  report: (fault: unknown, where: string) => void,
): CounterNames {
  let asked = false
  return {
    linkChanged(link) {
      if (link.kind === 'online' && !asked) ask({ kind: 'counters' }).catch((fault: unknown) => report(fault, 'rights'))
      asked = link.kind === 'online'
    },
  }
}
