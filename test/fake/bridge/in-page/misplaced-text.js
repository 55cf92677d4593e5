// Texts that lie on each other or under something else, and controls that no scrolling brings into sight. Looks harder
// than `himsClipped` and takes longer: it is asked when every look is taken.
globalThis.himsMisplaced = () => {
  const view = { left: 0, top: 0, right: document.documentElement.clientWidth, bottom: innerHeight }
  const meet = (a, b) => ({
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  })
  const isSome = (box, least = 1) => box.right - box.left > least && box.bottom - box.top > least
  const shows = (element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    element.closest('.spoken-only, svg, [hidden], [inert]') === null
  const said = (element) => `${element.className || element.tagName} “${element.textContent.trim().slice(0, 40)}”`
  const scrolls = (how) => how === 'auto' || how === 'scroll'

  // What is left of a box inside everything that hides its overflow; `cut` when that can never be scrolled into sight.
  const within = (element, box) => {
    let left = { ...box }
    let cut = false
    for (let outer = element.parentElement; outer !== null && outer !== document.body; outer = outer.parentElement) {
      const style = getComputedStyle(outer)
      if (style.overflowX === 'visible' && style.overflowY === 'visible') continue
      const edge = outer.getBoundingClientRect()
      if (!isSome(edge, 2)) return { left: null, cut: false }
      const over = left.bottom > edge.bottom + 2 || left.top < edge.top - 2
      if (over && !scrolls(style.overflowY)) cut = true
      left = meet(left, edge)
      if (!isSome(left)) return { left: null, cut }
      if (scrolls(style.overflowY)) return { left: meet(left, view), cut }
    }
    return { left: meet(left, view), cut }
  }

  // A radio behind its label, a list behind its button: what is seen and pressed is another element.
  const isStandIn = (control) =>
    control.tabIndex < 0 || (control.tagName === 'INPUT' && (control.type === 'radio' || control.type === 'checkbox'))

  const found = new Set()
  const texts = []
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walk.nextNode(); node !== null; node = walk.nextNode()) {
    if (node.textContent.trim() === '' || !shows(node.parentElement)) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    const size = Number.parseFloat(getComputedStyle(node.parentElement).fontSize)
    for (const rect of range.getClientRects()) {
      // The heart of a line: letters reach over their line's edges in every script.
      const middle = (rect.top + rect.bottom) / 2
      const heart = {
        left: rect.left + 1,
        right: rect.right - 1,
        top: middle - size * 0.3,
        bottom: middle + size * 0.3,
      }
      if (!isSome(heart)) continue
      const { left, cut } = within(node.parentElement, heart)
      if (cut) found.add(`cut off above or below: ${said(node.parentElement)}`)
      if (left !== null && isSome(left, 2)) texts.push({ element: node.parentElement, box: left })
    }
  }

  const sticks = (element, other) => {
    for (let outer = element; outer !== null && !outer.contains(other); outer = outer.parentElement) {
      if (/sticky|fixed|absolute/.test(getComputedStyle(outer).position)) return true
    }
    return false
  }
  const isOnTop = ({ element, box }) => {
    if (getComputedStyle(element).pointerEvents === 'none') return true
    const hit = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2)
    if (hit === null || hit.contains(element) || element.contains(hit)) return true
    // A foot that stays in sight, or a page over the page: what is under it can be scrolled or comes back.
    if (sticks(hit, element)) return false
    // A label over its own hidden input is one thing.
    if (hit.closest('label')?.contains(element) || element.closest('label')?.contains(hit)) return true
    found.add(`under ${said(hit)}: ${said(element)}`)
    return false
  }
  const seen = texts.filter(isOnTop)
  for (const [at, one] of seen.entries()) {
    for (const other of seen.slice(at + 1)) {
      if (one.element.closest('ruby') !== null) continue
      if (isSome(meet(one.box, other.box), 2))
        found.add(`on each other: ${said(one.element)} and ${said(other.element)}`)
    }
  }

  const kept = [...document.querySelectorAll('*')]
    .filter(({ scrollTop, scrollLeft }) => scrollTop !== 0 || scrollLeft !== 0)
    .map((element) => [element, element.scrollTop, element.scrollLeft])
  const moved = new Set()
  for (const control of document.querySelectorAll('button, input, select, textarea, [tabindex], a[href]')) {
    if (!shows(control) || isStandIn(control) || !isSome(control.getBoundingClientRect())) continue
    for (let outer = control.parentElement; outer !== null; outer = outer.parentElement) {
      if (outer.scrollHeight > outer.clientHeight || outer.scrollWidth > outer.clientWidth) moved.add(outer)
    }
    control.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' })
    const box = control.getBoundingClientRect()
    const style = getComputedStyle(control)
    if (style.pointerEvents === 'none') continue
    const isTall = box.bottom - box.top > view.bottom / 2
    const out =
      box.left < -1 || box.right > view.right + 1 || (!isTall && (box.top < -1 || box.bottom > view.bottom + 1))
    if (out) found.add(`cannot be brought into sight: ${said(control)}`)
    const [x, y] = [(box.left + box.right) / 2, Math.min(Math.max((box.top + box.bottom) / 2, 0), view.bottom - 1)]
    const hit = document.elementFromPoint(x, y)
    if (hit === null || isTall || control.contains(hit) || hit.contains(control)) continue
    if (hit.closest('label')?.contains(control)) continue
    // What lies over the whole page, or is offered under a box, is done with before anything under it.
    if (hit.closest('[role=dialog], [role=listbox], .palette') !== null) continue
    found.add(`lies under ${said(hit)}: ${said(control)}`)
  }
  for (const element of moved) element.scrollTo({ top: 0, left: 0, behavior: 'instant' })
  for (const [element, top, left] of kept) element.scrollTo({ top, left, behavior: 'instant' })
  return [...found]
}

// What has the focus, when there is no sign of it or it is out of sight; nothing where the page has none.
globalThis.himsUnfocused = () => {
  const focused = document.activeElement
  if (focused === null || focused === document.body || !focused.matches(':focus-visible')) return []
  const said = `${focused.className || focused.tagName} “${(focused.textContent || focused.value || '').trim().slice(0, 40)}”`
  const around = [focused, ...[...focused.querySelectorAll('*')].slice(0, 8)]
  for (let outer = focused.parentElement, up = 0; outer !== null && up < 3; outer = outer.parentElement, up++) {
    around.push(outer)
  }
  const isMarked = (element) => {
    const style = getComputedStyle(element)
    return style.boxShadow !== 'none' || (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0)
  }
  return around.some(isMarked) ? [] : [`no sign of the focus on ${said}`]
}
