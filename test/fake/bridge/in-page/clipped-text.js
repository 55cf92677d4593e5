// Elements whose own text does not fit: cut off, spilling over, or running out of the page's width.
globalThis.himsClipped = () => {
  const width = document.documentElement.clientWidth
  const cuts = (style) => style.overflowX === 'hidden' || style.overflowX === 'clip'
  const hasText = (element) =>
    [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent.trim() !== '')
  const found = new Set()
  for (const element of document.querySelectorAll('body *')) {
    if (!hasText(element) || element.closest('.spoken-only, svg, [aria-hidden="true"], [hidden]')) continue
    const box = element.getBoundingClientRect()
    if (box.width === 0) continue
    const said = `${element.className} “${element.textContent.trim().slice(0, 40)}”`
    const wide = element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1
    if (box.left < -1 || box.right > width + 1) found.add(`outside the page: ${said}`)
    else if (wide) found.add(`spills over: ${said}`)
    for (let outer = element.parentElement; outer !== null; outer = outer.parentElement) {
      const edge = outer.getBoundingClientRect()
      const out = box.right > edge.right + 1 || box.left < edge.left - 1
      if (out && cuts(getComputedStyle(outer))) found.add(`cut off: ${said}`)
    }
  }
  for (const control of document.querySelectorAll('.box, .box > input, button, .segments, .note')) {
    if (control.closest('.spoken-only') || control.getBoundingClientRect().width <= 1) continue
    const box = control.getBoundingClientRect()
    const room = control.parentElement.getBoundingClientRect()
    if (room.width <= 1) continue
    const said = `${control.className} in ${control.parentElement.className}`
    if (box.left < room.left - 1 || box.right > room.right + 1) found.add(`wider than its place: ${said}`)
    if (control.tagName === 'INPUT' && control.type !== 'radio' && control.scrollWidth > control.clientWidth + 1) {
      found.add(`typed text does not fit: ${control.value}`)
    }
  }
  return [...found]
}
