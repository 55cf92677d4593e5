import { mm } from './pen.ts'

interface Ring {
  readonly radius: number
  /** How far its lines swing to each side. */
  readonly swing: number
  readonly lobes: number
}

/** Millimetres; each ring reaches into the next, so that the whole reads as one weave. */
const rings: readonly Ring[] = [
  { radius: 7.2, swing: 3, lobes: 12 },
  { radius: 14.4, swing: 4.6, lobes: 20 },
  { radius: 23.8, swing: 5.8, lobes: 28 },
  { radius: 35, swing: 6.8, lobes: 36 },
]
/** Equal lines of a ring, each turned a little further. */
const STRANDS = 4
const CURVES_A_LOBE = 4

interface Size {
  readonly width: number
  readonly height: number
}

interface Middle {
  readonly x: number
  readonly y: number
  readonly scale: number
}

interface Weave extends Middle {
  readonly ink: string
}

/**
 * A rosette as banknotes have it: every line one wave around the middle, woven with its neighbours, in one solid pale
 * colour that a photocopier loses. Lengths are millimetres; what lies outside of the size is not drawn.
 */
export function drawGuilloche(paper: PDFKit.PDFDocument, size: Size, { x, y, scale, ink }: Weave): void {
  const lines: string[] = []
  for (const ring of rings) {
    const lobe = lobeOf(ring)
    const steps = ring.lobes * STRANDS
    for (let step = 0; step < steps; step++) {
      const turn = (2 * Math.PI * step) / steps
      if (isSeen(ring, turn + Math.PI / ring.lobes, size, { x, y, scale })) lines.push(turned(turn, lobe))
    }
  }
  const box = `0 0 ${number(mm(size.width))} ${number(mm(size.height))} re W n`
  const place = `${number(mm(scale))} 0 0 ${number(mm(scale))} ${number(mm(x))} ${number(mm(y))} cm 0.1 w`
  paper.save().strokeColor(ink)
  paper.addContent(`${box} ${place}\n${lines.join('\n')}`)
  paper.restore()
}

/** One wave of a ring from angle nought, as PDF draws it; all its others are this one turned. */
function lobeOf({ radius, swing, lobes }: Ring): string {
  const arc = (2 * Math.PI) / lobes
  const at = (angle: number): readonly [number, number] => {
    const length = radius + swing * Math.cos(lobes * angle)
    return [length * Math.cos(angle), length * Math.sin(angle)]
  }
  const slope = (angle: number): readonly [number, number] => {
    const [length, grows] = [radius + swing * Math.cos(lobes * angle), -swing * lobes * Math.sin(lobes * angle)]
    return [grows * Math.cos(angle) - length * Math.sin(angle), grows * Math.sin(angle) + length * Math.cos(angle)]
  }
  const step = arc / CURVES_A_LOBE
  const parts = [`${at(0).map(number).join(' ')} m`]
  for (let from = 0; from < CURVES_A_LOBE; from++) {
    const [start, end] = [from * step, (from + 1) * step]
    const [[x0, y0], [dx0, dy0], [x1, y1], [dx1, dy1]] = [at(start), slope(start), at(end), slope(end)]
    const third = step / 3
    const points = [x0 + dx0 * third, y0 + dy0 * third, x1 - dx1 * third, y1 - dy1 * third, x1, y1]
    parts.push(`${points.map(number).join(' ')} c`)
  }
  return `${parts.join(' ')} S`
}

function turned(angle: number, path: string): string {
  const [cos, sin] = [turning(Math.cos(angle)), turning(Math.sin(angle))]
  return `q ${cos} ${sin} ${turning(-Math.sin(angle))} ${cos} 0 0 cm ${path} Q`
}

/** Whether any of a wave may lie on the card: its middle does, with its own length around it. */
function isSeen({ radius, swing }: Ring, angle: number, { width, height }: Size, { x, y, scale }: Middle): boolean {
  const reach = (swing + 4) * scale
  const [left, top] = [x + radius * scale * Math.cos(angle), y + radius * scale * Math.sin(angle)]
  return left > -reach && left < width + reach && top > -reach && top < height + reach
}

/** Hundredths of a millimetre; turns need a digit more. */
const number = (value: number): string => String(Math.round(value * 100) / 100)
const turning = (value: number): string => String(Math.round(value * 10_000) / 10_000)
