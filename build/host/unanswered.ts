// What Chromium says of a page or window that closed while it was being spoken to.
const CLOSED =
  /has gone|was closed|navigated or closed|Session with given id not found|No target with given id|Browser window not found/

/** For what Electron does without an answer: a page that closes meanwhile needs it no more, all else is told. */
export function unanswered(work: Promise<unknown>): void {
  work.catch((error: unknown) => {
    if (!CLOSED.test(String(error))) console.error('[host]', error)
  })
}
