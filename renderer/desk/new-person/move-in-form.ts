import { factAt } from './fact-at.ts'

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
  const at = placeOf(stops)
  const next = at === -1 ? undefined : stops[at + by]
  enter(next)
  return next !== undefined
}

/** Moves the focus to the first box of the next fact, and from the last one to the first. */
export function moveToNextFact(form: HTMLElement | null): void {
  const stops = form === null ? [] : stopsOf(form)
  const at = placeOf(stops)
  const here = stops[at]
  const fact = here === undefined ? null : factAt(here)
  enter([...stops.slice(at + 1), ...stops].find((stop) => factAt(stop) !== null && factAt(stop) !== fact))
}

const placeOf = (stops: readonly HTMLElement[]): number =>
  stops.findIndex((stop) => stop === document.activeElement || groupOf(stop).includes(document.activeElement))

function enter(stop: HTMLElement | undefined): void {
  stop?.focus()
  if (stop instanceof HTMLInputElement && stop.type !== 'radio') stop.select()
}

const groupOf = (stop: HTMLElement): readonly (Element | null)[] =>
  stop instanceof HTMLInputElement && stop.type === 'radio'
    ? [...(stop.closest('[role="radiogroup"]')?.querySelectorAll('input') ?? [])]
    : []
