const STOPS = 'input:not([type="radio"]), button.box, input[type="radio"]'

/** The places a form stops at: boxes, lists, and one radio of each group. */
function stopsOf(form: HTMLElement): readonly HTMLElement[] {
  const groups = new Set<string>()
  return [...form.querySelectorAll<HTMLInputElement | HTMLButtonElement>(STOPS)].filter((stop) => {
    if (stop.type !== 'radio') return true
    const radios = [...form.querySelectorAll<HTMLInputElement>(`input[name="${CSS.escape(stop.name)}"]`)]
    const entry = radios.find(({ checked }) => checked) ?? radios[0]
    if (stop !== entry || groups.has(stop.name)) return false
    groups.add(stop.name)
    return true
  })
}

/** Moves the focus to the next or the last place of a form; true when there was one. */
export function moveInForm(form: HTMLElement | null, by: 1 | -1): boolean {
  const stops = form === null ? [] : stopsOf(form)
  const at = stops.findIndex(
    (stop) => stop === document.activeElement || groupOf(stop).includes(document.activeElement),
  )
  const next = at === -1 ? undefined : stops[at + by]
  next?.focus()
  if (next instanceof HTMLInputElement && next.type !== 'radio') next.select()
  return next !== undefined
}

const groupOf = (stop: HTMLElement): readonly (Element | null)[] =>
  stop instanceof HTMLInputElement && stop.type === 'radio'
    ? [...(stop.closest('[role="radiogroup"]')?.querySelectorAll('input') ?? [])]
    : []
