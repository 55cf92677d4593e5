import type { Cdp, CdpSession, Protocol } from './cdp.ts'
import type { ProtocolTable } from './protocol.ts'

type Paused = Protocol.Fetch.requestPausedPayload

export interface NetworkRules {
  readonly table: ProtocolTable
  /** The dev server the window was sent to by loadURL, if any: the only network a page may reach. */
  readonly devServer: () => string | null
  /** A document for the main frame: false keeps the page where it is. */
  readonly mayNavigate: (paused: Paused) => boolean
}

/** Every request of a page and its workers passes here; what no handler of the app serves is failed, never sent. */
export async function guardNetwork(cdp: Cdp, session: CdpSession, rules: NetworkRules): Promise<void> {
  session.on('Fetch.requestPaused', (paused) => {
    decide(session, paused, rules).catch(() => {
      // The page or worker went away while its request was being answered.
    })
  })
  session.on('Target.attachedToTarget', ({ sessionId }) => {
    const child = cdp.session(sessionId)
    guardNetwork(cdp, child, rules)
      .catch(() => {})
      .then(() => child.send('Runtime.runIfWaitingForDebugger'))
      .catch(() => {})
  })
  await Promise.all([
    session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }).catch(ignoreMissingDomain),
    session
      .send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true })
      .catch(ignoreMissingDomain),
  ])
}

/** A worklet or an older Chromium's worker has no Fetch or Target domain; then its owner's session answers for it. */
function ignoreMissingDomain(error: Error): void {
  if (!/wasn't found|not supported|not allowed/i.test(error.message)) throw error
}

async function decide(session: CdpSession, paused: Paused, rules: NetworkRules): Promise<void> {
  const { requestId, request } = paused
  const fail = (errorReason: Protocol.Network.ErrorReason) =>
    session.send('Fetch.failRequest', { requestId, errorReason })
  if (paused.resourceType === 'Document' && !rules.mayNavigate(paused)) return void (await fail('Aborted'))
  const answer = rules.table.answer(request)
  if (answer) {
    const given = await answer
    await (given ? session.send('Fetch.fulfillRequest', { requestId, ...given }) : fail('Failed'))
    return
  }
  const devServer = rules.devServer()
  const allowed =
    /^(data|blob|about):/.test(request.url) || (devServer !== null && new URL(request.url).origin === devServer)
  if (allowed) return void (await session.send('Fetch.continueRequest', { requestId }))
  console.error(`[host] refused the network: ${request.url.slice(0, 200)}`)
  await fail('Aborted')
}
