import { useCallback, useState } from 'react'

import { TextProvider } from '../text/use-text.tsx'
import { clockText } from '../ui/format.ts'
import { useClock } from '../ui/use-clock.ts'
import { keyless } from '../ui/keyless.ts'
import { useStatus } from '../ui/use-status.ts'
import type { TerminalStatus } from '../../contract/shell.ts'
import { KioskScreen } from './kiosk-screen.tsx'
import { RestingScreen } from './screen/resting.tsx'
import { plain } from './settings.ts'
import { Shell } from './shell.tsx'
import { Top } from './top.tsx'
import { useDepartments } from './use-departments.ts'
import type { KioskWorld } from './world.ts'

type Rest = 'opening' | 'closed' | 'not-enrolled'

/** Whether the kiosk can serve anybody, and if not, why. */
export function restOf(status: Pick<TerminalStatus, 'store' | 'facility'>): Rest | null {
  if (status.store.kind !== 'open') return status.store.kind
  return status.facility === null ? 'not-enrolled' : null
}

interface RestingProps {
  readonly hims: KioskWorld['hims']
  readonly status: TerminalStatus | null
  readonly why: Rest
}

function Resting({ hims, status, why }: RestingProps) {
  const language = status?.language ?? 'hi'
  const isKeyless = status?.store.kind === 'closed' && keyless.has(status.store.cause)
  const clock = useClock(10_000)
  return (
    <TextProvider language={language}>
      <Shell settings={plain}>
        <Top place={status?.facility?.name ?? null} choosing changeLanguage={null} time={clockText(clock)} />
        <RestingScreen why={why} {...(isKeyless ? { recoverAt: hims } : {})} />
      </Shell>
    </TextProvider>
  )
}

/** The kiosk's page: visit after visit, each in a tree of its own. */
export function KioskPage({ world }: { readonly world: KioskWorld }) {
  const status = useStatus(world.hims)
  const why = status === null ? 'opening' : restOf(status)
  const departments = useDepartments(world.hims, why === null)
  const [visitor, setVisitor] = useState(1)
  const leave = useCallback(() => {
    void world.hims.ask['kiosk.leave']({}).catch(() => undefined)
    setVisitor((count) => count + 1)
  }, [world])
  if (status === null || why !== null) return <Resting hims={world.hims} status={status} why={why ?? 'opening'} />
  return <KioskScreen key={visitor} world={world} status={status} departments={departments} leave={leave} />
}
