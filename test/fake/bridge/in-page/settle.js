// Resolves once the page has been still for a while: nothing asked and unanswered, no font on its way, no animation
// that ends, and no change of the document. Resolves in the end whatever happens: what moves for ever is looked at too.
globalThis.himsSettled = ({ still, atMost }) =>
  new Promise((resolve) => {
    const start = performance.now()
    let last = start
    const changes = new MutationObserver(() => (last = performance.now()))
    changes.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
    const ends = (animation) =>
      animation.playState === 'running' && Number.isFinite(animation.effect?.getComputedTiming().endTime)
    const moves = () =>
      globalThis.himsWaiting() > 0 || document.fonts.status === 'loading' || document.getAnimations().some(ends)
    const look = () => {
      const now = performance.now()
      if (moves()) last = now
      if (now - last < still && now - start < atMost) {
        setTimeout(look, 25)
        return
      }
      changes.disconnect()
      requestAnimationFrame(() => resolve())
    }
    look()
  })
