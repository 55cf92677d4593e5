import type { Random } from '../../../build/demo/seed/random.ts'
import type { Press } from '../../../renderer/ui/wedge.ts'
import { pressOf } from './wedge-typist.ts'

/** What people type at a desk, among it what only scanners should. */
const typed = [
  'Ramesh Kumar Sharma',
  'gurpreet kaur 58',
  '9810043217',
  '91-2345-6789-0123',
  'H 14/203, Gali 7, Seelampur, Delhi 110053',
  'the quick brown fox jumps over the lazy dog again and again',
  'DLH1:',
  'DLV1:01926C00',
  'DLH1:6BF+70%$/AB',
  'dilip singh',
  'K7Q2-94MD-3',
  'Dr Deepa Dhillon',
  '1234567890123456789012345678',
]

/** Time between two keys of a person: log-normal about the mean of that speed, some pairs rolled off two fingers. */
function gapOf(random: Random, wordsPerMinute: number): number {
  const mean = 12_000 / wordsPerMinute
  const normal = Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next())
  const spread = 0.45
  const gap = mean * Math.exp(spread * normal - spread ** 2 / 2) * (random.chance(0.12) ? 0.4 : 1)
  return Math.max(gap, 12)
}

/** One burst as a person makes it, at 10 to 160 words a minute, or a key that is held down and repeats itself. */
export function typedBurst(random: Random, start: number): readonly Press[] {
  return random.chance(0.2) ? heldDown(random, start) : typedText(random, start)
}

function typedText(random: Random, start: number): readonly Press[] {
  const wordsPerMinute = random.between(10, 160)
  let at = start
  return Array.from(random.pick(typed) + random.pick(['', '\r', '\t']), (letter): readonly Press[] => {
    at += gapOf(random, wordsPerMinute)
    const press = pressOf(letter, at, { inText: random.chance(0.8) })
    return press.shift ? [{ ...press, code: 'ShiftLeft', at: at - 10 }, press] : [press]
  }).flat()
}

/** Some systems mark repeated keys and some do not. */
function heldDown(random: Random, start: number): readonly Press[] {
  const letter = random.pick(['a', 'D', '5', ' ', 'x'])
  const every = random.pick([20, 25, 33, 40])
  const marked = random.chance(0.5)
  return Array.from({ length: random.between(2, 120) }, (_, count) =>
    pressOf(letter, start + (count === 0 ? 0 : 400 + count * every), { repeat: marked && count > 0 }),
  )
}
