// Runs before the page's own script: puts a `window.hims` there whose answers come from the test (`himsAsk`).
{
  const { role, names } = globalThis.himsContract
  const listeners = new Map()
  let waiting = 0
  // What the page was told last of its language, and by which event: the demonstration's room has its own.
  const speaking =
    role === 'room' ? { event: 'room', question: 'room.state' } : { event: 'status', question: 'terminal.status' }
  let status = null
  let ownSize = null
  const ask = (name) => async (input) => {
    waiting += 1
    const answer = await globalThis.himsAsk(name, input).finally(() => (waiting -= 1))
    if ('refusal' in answer) throw new Error(`${name}: ${answer.refusal}`)
    if (name === speaking.question) status ??= answer.json
    return 'base64' in answer ? Uint8Array.from(atob(answer.base64), (letter) => letter.charCodeAt(0)) : answer.json
  }
  globalThis.himsWaiting = () => waiting
  globalThis.himsTell = (name, event) => {
    if (name === speaking.event) status = event
    listeners.get(name)?.forEach((listener) => listener(event))
  }
  globalThis.himsTurn = async ({ language, isLarge }) => {
    const root = document.documentElement
    if (isLarge) ownSize ??= root.style.fontSize
    if (ownSize !== null) root.style.fontSize = isLarge ? '200%' : ownSize
    if (root.lang === language) return
    globalThis.himsTell(speaking.event, { ...status, language })
    for (let tries = 0; root.lang !== language; tries++) {
      if (tries === 1000) throw new Error(`The page speaks ${root.lang}, not ${language}`)
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  }
  globalThis.hims = {
    role,
    ask: Object.fromEntries(names.map((name) => [name, ask(name)])),
    listen: (name, listener) => {
      const hearing = listeners.get(name) ?? new Set()
      listeners.set(name, hearing.add(listener))
      return () => hearing.delete(listener)
    },
  }
}
