import { StrictMode } from 'react'
import type { ReactNode } from 'react'
import { createRoot } from 'react-dom/client'

/**
 * Pages forbid styles of their own making, and react-aria adds a <style> unless an element of this name is there;
 * `base.css` holds its rule instead.
 */
function keepPolicy(): void {
  const there = document.createElement('meta')
  there.id = 'react-aria-pressable-style'
  document.head.append(there)
}

/** Puts a role's page into its document. */
export function startPage(page: ReactNode): void {
  keepPolicy()
  const root = document.getElementById('root')
  if (root === null) throw new Error('The page has no #root')
  createRoot(root).render(<StrictMode>{page}</StrictMode>)
}
