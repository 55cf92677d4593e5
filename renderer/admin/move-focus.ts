import { moveInForm } from '../desk/new-person/move-in-form.ts'

/** The form that the focus is in, if it is in one. */
const formHere = (): HTMLElement | null => document.activeElement?.closest<HTMLElement>('.admin-form') ?? null

/** Arrows go from field to field in a form, and from the search box through the lines anywhere else. */
export function moveFocus(by: 1 | -1): void {
  const form = formHere()
  if (form !== null) {
    moveInForm(form, by)
    return
  }
  const stops = [...document.querySelectorAll<HTMLElement>('.admin-find input, .admin-row')]
  stops[stops.findIndex((stop) => stop === document.activeElement) + by]?.focus()
}

/** Enter goes on in a form, and does the likely thing anywhere else. */
export function enter(likely: () => void): void {
  const form = formHere()
  if (form === null) likely()
  else moveInForm(form, 1)
}
