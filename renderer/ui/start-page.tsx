import './ui.css'

import { StrictMode } from 'react'
import type { ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { config } from 'zod'

/**
 * Pages forbid eval and styles of their own making, so zod must not try the one, nor react-aria the other:
 * it adds a <style> unless an element of this name is there; `base.css` holds the rule instead.
 */
function keepPolicy(): void {
  config({ jitless: true })
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
