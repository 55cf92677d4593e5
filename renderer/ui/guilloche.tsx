const circle = (x: number, y: number, radius: number): string =>
  `M${(x - radius).toFixed(1)} ${y.toFixed(1)}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0z`

/** `count` equal circles set around (x, y): where they cross, the fine lines of papers of value appear. */
function ringOf(x: number, y: number, distance: number, radius: number, count: number): string {
  return Array.from({ length: count }, (_, at) => {
    const turn = (at / count) * 2 * Math.PI
    return circle(x + distance * Math.cos(turn), y + distance * Math.sin(turn), radius)
  }).join('')
}

const lines = ringOf(22, 52, 30, 9, 60) + ringOf(22, 52, 13, 7, 36) + ringOf(74, 58, 16, 6, 36)

interface Props {
  readonly stroke: string
  readonly opacity: number
}

/** Fine rings on the card and beside the PIN; plain geometry, no flower and no emblem. */
export const Guilloche = ({ stroke, opacity }: Props) => (
  <svg className="guilloche" viewBox="0 0 85.6 53.98" aria-hidden="true">
    <path d={lines} fill="none" stroke={stroke} strokeOpacity={opacity} strokeWidth="0.12" />
  </svg>
)
