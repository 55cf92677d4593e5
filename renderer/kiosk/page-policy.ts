import { config } from 'zod'

/**
 * The page's policy forbids eval and styles of a library's own making. This module comes before every other,
 * because zod tries eval as soon as a schema is made; React Aria adds no <style> where an element of this name is.
 */
config({ jitless: true })
const there = document.createElement('meta')
there.id = 'react-aria-pressable-style'
document.head.append(there)
