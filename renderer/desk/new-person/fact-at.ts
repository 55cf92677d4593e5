import type { PersonGroup } from '../../../domain/person/person-change.ts'
import { groupOfField } from './known-how.ts'

/** The group of details whose box an element stands in. */
export function factAt(element: Element): PersonGroup | null {
  const field = element.closest<HTMLElement>('[data-fact]')?.dataset['fact'] ?? ''
  return Object.entries(groupOfField).find(([name]) => name === field)?.[1] ?? null
}
