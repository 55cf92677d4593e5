import type { Search } from './use-search.ts'

/** Whether everybody who was found uses the phone that was typed: a family, to be seen side by side. */
export function isHousehold({ understood, hits }: Pick<Search, 'understood' | 'hits'>): boolean {
  const phone = understood?.phone ?? null
  return phone !== null && hits.length > 1 && hits.every(({ person }) => person.phone === phone)
}
