import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'

import type { Cdp } from './cdp.ts'
import { launchChromium } from './launch.ts'
import type { Chromium, Size } from './launch.ts'

export interface EngineWorld {
  readonly chromium: string
  readonly headless: boolean
  /** A developer's page server on this machine may be reached; else no address can be. */
  readonly hasPageServer: boolean
  readonly asRoot: boolean
  readonly headlessScreen: Size
  readonly profileParent: () => string
  readonly switches: ReadonlyMap<string, string>
  readonly onExit: () => void
}

export interface ScreenSize extends Size {
  readonly scaleFactor: number
}

/** How a window is to be opened, in Chromium's terms. */
export interface TargetPlan extends Size {
  readonly kiosk: boolean
}

export interface Engine {
  readonly headless: boolean
  readonly hasPageServer: boolean
  readonly boot: () => Promise<void>
  readonly cdp: () => Cdp
  readonly screen: () => ScreenSize
  readonly openTarget: (plan: TargetPlan) => Promise<string>
  readonly close: () => Promise<void>
  readonly kill: () => void
}

/** The browser behind the host: one process, its windows and the screen they stand on. */
export function createEngine(world: EngineWorld): Engine {
  let running: Chromium | null = null
  let spare: string | null = null
  let size: ScreenSize = { ...world.headlessScreen, scaleFactor: 1 }
  const cdp = (): Cdp => {
    if (!running) throw new Error('Chromium is not running')
    return running.cdp
  }

  const start = async (extra: ReadonlyMap<string, string>) => {
    running = launchChromium({
      ...world,
      profileParent: world.profileParent(),
      switches: new Map([...world.switches, ...extra]),
    })
    const version = await cdp().send('Browser.getVersion')
    Object.assign(process.versions, { chrome: version.product.split('/')[1] })
    await cdp().send('Target.setDiscoverTargets', { discover: true })
    await cdp().send('Browser.setDownloadBehavior', { behavior: 'deny' })
    spare = world.headless ? null : await firstPage(cdp())
  }
  const restartAsKiosk = async () => {
    const { width, height } = size
    await running?.close()
    await start(
      new Map([
        ['kiosk', ''],
        ['window-size', `${width},${height}`],
      ]),
    )
  }

  return {
    headless: world.headless,
    hasPageServer: world.hasPageServer,
    async boot() {
      await start(new Map())
      if (spare) size = await measureScreen(cdp(), spare)
    },
    cdp,
    screen: () => size,
    async openTarget({ width, height, kiosk }) {
      // Chromium knows kiosk only from its command line; a test driver's connection must survive, so there it stays.
      if (kiosk && spare && !world.switches.has('remote-debugging-port')) await restartAsKiosk()
      const target = spare
      spare = null
      if (target) return target
      const made = await cdp().send('Target.createTarget', { url: 'about:blank', newWindow: true, width, height })
      return made.targetId
    },
    close: async () => running?.close(),
    kill: () => running?.kill(),
  }
}

async function firstPage(cdp: Cdp): Promise<string> {
  for (let tries = 0; tries < 500; tries++) {
    const { targetInfos } = await cdp.send('Target.getTargets')
    const page = targetInfos.find((target) => target.type === 'page')
    if (page) return page.targetId
    await pause(20)
  }
  throw new Error('Chromium opened no window')
}

async function measureScreen(cdp: Cdp, targetId: string): Promise<ScreenSize> {
  const { sessionId } = await cdp.send('Target.attachToTarget', { targetId, flatten: true })
  const { result } = await cdp.session(sessionId).send('Runtime.evaluate', {
    expression: '({ width: screen.width, height: screen.height, scaleFactor: devicePixelRatio })',
    returnByValue: true,
  })
  await cdp.send('Target.detachFromTarget', { sessionId })
  const size: ScreenSize = result.value
  return size
}
