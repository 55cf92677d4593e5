import { useEffect, useEffectEvent } from 'react'

import type { EventTable, EventOf, Listen } from '../../contract/channel.ts'

/** Hears one event for as long as the component is on the screen. */
export function useEvent<E extends EventTable, Name extends keyof E & string>(
  listen: Listen<E>,
  name: Name,
  listener: (event: EventOf<E, Name>) => void,
): void {
  const heard = useEffectEvent(listener)
  useEffect(() => listen(name, heard), [listen, name])
}
