import type { TimeOfDay } from '../../../domain/pharmacy/measure.ts'
import { circle, type Icon } from './icon.ts'

/** Where the sun is when the medicine is taken, after Lucide (ISC), with heavier lines. */
export const dosePictures: Readonly<Record<TimeOfDay, Icon>> = {
  morning: [
    'M12 2.5v7',
    'm8 6.3 4-4 4 4',
    'm4.6 10.9 1.4 1.4',
    'm19.4 10.9-1.4 1.4',
    'M17 18a5 5 0 0 0-10 0',
    'M2 21h20',
  ],
  noon: [
    circle(12, 12, 4.6),
    'M12 1.8v1.8',
    'M12 20.4v1.8',
    'M1.8 12h1.8',
    'M20.4 12h1.8',
    'm4.8 4.8 1.3 1.3',
    'm17.9 17.9 1.3 1.3',
    'm4.8 19.2 1.3-1.3',
    'm17.9 6.1 1.3-1.3',
  ],
  evening: [
    'M12 9.5v-7',
    'm8 5.7 4 4 4-4',
    'm4.6 10.9 1.4 1.4',
    'm19.4 10.9-1.4 1.4',
    'M17 18a5 5 0 0 0-10 0',
    'M2 21h20',
  ],
  night: [
    'M20.985 12.486a9 9 0 1 1-9.473-9.472c.405-.022.617.46.402.803a6 6 0 0 0 8.268 8.268c.344-.215.825-.004.803.401',
  ],
}
