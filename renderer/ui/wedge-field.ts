/** What a place that takes text was like before a scanner's first letters. */
export interface FieldBefore {
  readonly target: Element | null
  readonly putBack: () => void
}

const typedTypes = new Set(['text', 'search', 'tel', 'url', 'email', 'password', 'number', 'date', 'time'])

const isTyped = (element: Element | null): element is HTMLInputElement | HTMLTextAreaElement =>
  element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && typedTypes.has(element.type))

const isEditable = (element: Element | null): element is HTMLElement =>
  element instanceof HTMLElement && element.isContentEditable

/** The fewest letters of a code without a mark of its own that counts as a scan. */
const SHORTEST = 12

/** Where a person may want what a scanner types: never in a PIN, an amount or a phone number, but in an ABHA number. */
export function takesCodes(element: Element | null): boolean {
  if (!(element instanceof HTMLInputElement)) return takesText(element)
  const { type, inputMode, maxLength, dataset } = element
  if (dataset['coded'] !== undefined) return true
  if (type === 'password' || type === 'number' || /^(?:numeric|decimal|tel)$/.test(inputMode)) return false
  return isTyped(element) && (maxLength === -1 || maxLength >= SHORTEST)
}

export const takesText = (element: Element | null): boolean => isTyped(element) || isEditable(element)

/** Remembers what has the focus as it is now. */
export function fieldBefore(target: Element | null): FieldBefore {
  if (isTyped(target)) return { target, putBack: typedBefore(target) }
  if (target instanceof HTMLSelectElement) return { target, putBack: selectBefore(target) }
  if (isEditable(target)) return { target, putBack: editableBefore(target) }
  return { target, putBack: () => {} }
}

/** Sets a property past React's own setter, which would take the change for its own. */
function setNatively(element: HTMLElement, property: string, value: unknown): void {
  const own: unknown = Object.getPrototypeOf(element)
  if (typeof own === 'object' && own !== null) Object.getOwnPropertyDescriptor(own, property)?.set?.call(element, value)
}

/** Fields that have no value while only a part of a day or time is typed. */
const isParted = ({ type }: HTMLInputElement | HTMLTextAreaElement): boolean => type === 'date' || type === 'time'

function typedBefore(field: HTMLInputElement | HTMLTextAreaElement): () => void {
  const { value, selectionStart, selectionEnd } = field
  return () => {
    if (isParted(field)) setNatively(field, 'value', '')
    if (field.value === value) return
    setNatively(field, 'value', value)
    field.dispatchEvent(new Event('input', { bubbles: true }))
    // Fields of numbers and days have no caret to put back.
    if (selectionStart !== null) field.setSelectionRange(selectionStart, selectionEnd)
  }
}

function selectBefore(field: HTMLSelectElement): () => void {
  const { selectedIndex } = field
  return () => {
    if (field.selectedIndex === selectedIndex) return
    setNatively(field, 'selectedIndex', selectedIndex)
    field.dispatchEvent(new Event('input', { bubbles: true }))
    field.dispatchEvent(new Event('change', { bubbles: true }))
  }
}

function editableBefore(field: HTMLElement): () => void {
  const before = field.cloneNode(true)
  return () => {
    if (field.isEqualNode(before)) return
    field.replaceChildren(...before.cloneNode(true).childNodes)
    field.dispatchEvent(new Event('input', { bubbles: true }))
    globalThis.getSelection()?.selectAllChildren(field)
    globalThis.getSelection()?.collapseToEnd()
  }
}
