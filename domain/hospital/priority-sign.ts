import type { Priority } from './visit-event.ts'

/**
 * Signs of why somebody is seen before others, SVG paths in a square of 24 units, the same on screens and on slips.
 * Emergency and disability are Lucide's siren and accessibility (ISC); the other two are drawn for this.
 */
export const prioritySigns: Readonly<Record<Exclude<Priority, 'none'>, readonly string[]>> = {
  emergency: [
    'M7 18v-6a5 5 0 1 1 10 0v6',
    'M5 21a1 1 0 0 0 1 1h12a1 1 0 0 0 1-1v-1a2 2 0 0 0-2-2H7a2 2 0 0 0-2 2z',
    'M21 12h1',
    'M18.5 4.5 18 5',
    'M2 12h1',
    'M12 2v1',
    'm4.9 4.9.7.7',
    'M12 12v6',
  ],
  pregnant: [
    'M9.1 3.6a2 2 0 1 0 4 0 2 2 0 1 0-4 0',
    'M11 7.6c-1.7 0-2.6 1.2-2.6 3V16H10v6.4',
    'M11 7.6c1.3 0 1.9.9 2.1 2.1 2.3.7 3.5 2.3 3.3 4.1-.2 1.6-1.6 2.4-3.4 2.4v6.2',
  ],
  elderly: [
    'M9.2 3.6a2 2 0 1 0 4 0 2 2 0 1 0-4 0',
    'M11 7.6 8.4 13l2 3.2v6.2',
    'M9.2 15.2 6.4 22.4',
    'M11 7.6l3 4.2 3.4.6',
    'M17.6 12.2v10.2',
  ],
  disabled: [
    'M15 4a1 1 0 1 0 2 0 1 1 0 1 0-2 0',
    'm18 19 1-7-6 1',
    'm5 8 3-3 5.5 3-2.4 3.5',
    'M4.2 14.5a5 5 0 0 0 6.9 6',
    'M13.8 17.5a5 5 0 0 0-6.9-6',
  ],
}
