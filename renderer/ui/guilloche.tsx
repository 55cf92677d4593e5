const STEPS = 160

/** A closed rosette around (x, y), as engraved on papers of value. */
function rosette(x: number, y: number, size: number, waves: number): string {
  const points = Array.from({ length: STEPS }, (_, at) => {
    const turn = (at / STEPS) * 2 * Math.PI
    const radius = size * (0.72 + 0.28 * Math.cos(waves * turn))
    return `${(x + radius * Math.cos(turn)).toFixed(1)} ${(y + radius * Math.sin(turn)).toFixed(1)}`
  })
  return `M${points.join('L')}Z`
}

const rings = [6, 10, 14, 18, 22, 26, 30, 34, 38].flatMap((size) => [
  rosette(24, 54, size, 9),
  rosette(24, 54, size, 14),
])

interface Props {
  readonly stroke: string
  readonly opacity: number
}

/** Fine rosettes on the card and beside the PIN. */
export const Guilloche = ({ stroke, opacity }: Props) => (
  <svg className="guilloche" viewBox="0 0 85.6 53.98" aria-hidden="true">
    <path d={rings.join('')} fill="none" stroke={stroke} strokeOpacity={opacity} strokeWidth="0.2" />
  </svg>
)
