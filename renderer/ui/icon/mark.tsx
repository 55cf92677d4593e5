const petals = Array.from({ length: 12 }, (_, at) => at * 30)

/** The marigold with a cross: the product's own mark, not an emblem of the state. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 64 64" aria-hidden="true">
      <g fill="#FFB400">
        {petals.map((turn) => (
          <ellipse key={turn} cx="32" cy="11.5" rx="6.6" ry="10" transform={`rotate(${turn} 32 32)`} />
        ))}
      </g>
      <circle cx="32" cy="32" r="16.5" fill="#053A42" />
      <path d="M28.2 21.5h7.6v6.7h6.7v7.6h-6.7v6.7h-7.6v-6.7h-6.7v-7.6h6.7z" fill="#FFB400" />
    </svg>
  )
}
