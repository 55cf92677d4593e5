import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import process from 'node:process'

import type { DownMessage, UpMessage } from './bridge/isolated-world.ts'
import { isolatedWorldSource, mainWorldSource } from './bridge/source.ts'
import type { Cdp, CdpSession } from './cdp.ts'
import { reportConsole } from './console.ts'
import type { ConsoleEntry } from './console.ts'
import { guardNetwork } from './network.ts'
import type { NetworkRules } from './network.ts'

const WORLD = 'Electron Isolated Context'

/** A Chromium page under the host's control. */
export interface Page {
  readonly targetId: string
  readonly session: CdpSession
  readonly deliver: (message: DownMessage) => void
}

export interface PageEvents {
  readonly onMessage: (message: UpMessage, reply: (message: DownMessage) => void) => void
  readonly onNavigated: (url: string, sameDocument: boolean) => void
  readonly onDomReady: () => void
  readonly onLoaded: () => void
  readonly onLoaderDone: (loaderId: string) => void
  readonly onConsole: (entry: ConsoleEntry) => void
  readonly onCrashed: () => void
  readonly onGone: () => void
}

export interface PreloadPlan {
  readonly path: string | null
  readonly additionalArguments: readonly string[]
}

/** Attaches to a blank page and readies it: bridge in both worlds, network guarded, events told. */
export async function attachPage(
  cdp: Cdp,
  targetId: string,
  preload: PreloadPlan,
  network: NetworkRules,
  events: PageEvents,
): Promise<Page> {
  const { sessionId } = await cdp.send('Target.attachToTarget', { targetId, flatten: true })
  const session = cdp.session(sessionId)
  const secret = randomBytes(12).toString('hex')
  const binding = `hostSend${secret}`
  const deliverTo = `hostDeliver${secret}`

  const channel = isolatedChannel(session, targetId, binding, deliverTo, events.onMessage)
  reportEvents(cdp, session, targetId, events)
  await Promise.all([
    session.send('Page.enable'),
    session.send('Runtime.enable'),
    session.send('Log.enable'),
    guardNetwork(cdp, session, network),
  ])
  await session.send('Page.setLifecycleEventsEnabled', { enabled: true })
  await session.send('Runtime.addBinding', { name: binding, executionContextName: WORLD })
  // Registered in this order, run in this order: the page's world must be listening when the preload's greets it.
  await session.send('Page.addScriptToEvaluateOnNewDocument', { source: mainWorldSource(secret) })
  const source = isolatedWorldSource(
    { greeting: secret, binding, deliver: deliverTo, process: processFor(preload) },
    preload.path === null ? '' : readFileSync(preload.path, 'utf8'),
  )
  await session.send('Page.addScriptToEvaluateOnNewDocument', { source, worldName: WORLD })
  return { targetId, session, deliver: channel.push }
}

function processFor({ additionalArguments }: PreloadPlan) {
  const { platform, arch, versions } = process
  const { node, chrome } = versions
  return {
    platform,
    arch,
    versions: { node, chrome, himsHost: versions['himsHost'] },
    argv: [process.execPath, ...additionalArguments],
  }
}

function isolatedChannel(
  session: CdpSession,
  mainFrame: string,
  binding: string,
  deliverTo: string,
  onMessage: PageEvents['onMessage'],
) {
  let current: number | null = null
  const deliver = (message: DownMessage, executionContextId: number) => {
    const call = {
      functionDeclaration: `function (text) { globalThis[${JSON.stringify(deliverTo)}](text) }`,
      arguments: [{ value: JSON.stringify(message) }],
      executionContextId,
    }
    session.send('Runtime.callFunctionOn', call).catch(() => {
      // The document that was waiting has been left; Electron drops such messages too.
    })
  }
  session.on('Runtime.executionContextCreated', ({ context }) => {
    const frame: unknown = (context.auxData as { readonly frameId?: string } | undefined)?.frameId
    if (context.name === WORLD && frame === mainFrame) current = context.id
  })
  session.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
    if (current === executionContextId) current = null
  })
  session.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
    if (name !== binding) return
    const sent: UpMessage = JSON.parse(payload)
    onMessage(sent, (message) => deliver(message, executionContextId))
  })
  return {
    push: (message: DownMessage) => {
      if (current !== null) deliver(message, current)
    },
  }
}

function reportEvents(cdp: Cdp, session: CdpSession, targetId: string, events: PageEvents): void {
  session.on('Page.frameNavigated', ({ frame }) => {
    if (frame.parentId === undefined) events.onNavigated(frame.url + (frame.urlFragment ?? ''), false)
  })
  session.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
    if (frameId === targetId) events.onNavigated(url, true)
  })
  session.on('Page.domContentEventFired', events.onDomReady)
  session.on('Page.loadEventFired', events.onLoaded)
  session.on('Page.lifecycleEvent', ({ frameId, loaderId, name }) => {
    if (frameId === targetId && name === 'load') events.onLoaderDone(loaderId)
  })
  reportConsole(session, events.onConsole)
  session.on('Inspector.targetCrashed', events.onCrashed)
  cdp.on('Target.targetDestroyed', (gone) => {
    if (gone.targetId === targetId) events.onGone()
  })
}
