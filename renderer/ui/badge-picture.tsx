/** A staff badge, and the four dots of a PIN. */
export function BadgePicture() {
  return (
    <svg className="badge-picture" viewBox="90 0 270 200" fill="none" aria-hidden="true">
      <rect x="96" y="8" width="128" height="172" rx="12" fill="#fff" />
      <path d="M140 8v-6h40v6" stroke="#BFDAD9" strokeWidth="5" />
      <circle cx="160" cy="58" r="26" fill="#DCECEC" />
      <circle cx="160" cy="52" r="11" fill="#0B5A63" />
      <path d="M139 76c4-11 38-11 42 0" fill="#0B5A63" />
      <path d="M124 104h72M138 118h44" stroke="#6A7F84" strokeWidth="6" strokeLinecap="round" />
      <path d="M112 140h96" stroke="#DCECEC" strokeWidth="4" strokeLinecap="round" />
      <g fill="#053A42">
        <circle cx="130" cy="160" r="6" />
        <circle cx="150" cy="160" r="6" />
        <circle cx="170" cy="160" r="6" />
      </g>
      <circle cx="190" cy="160" r="5" stroke="#FFB400" strokeWidth="3" />
    </svg>
  )
}
