/** A staff badge held over a scanner. */
export function BadgePicture() {
  return (
    <svg className="badge-picture" viewBox="90 0 270 230" fill="none" aria-hidden="true">
      <rect x="96" y="8" width="112" height="150" rx="12" fill="#fff" />
      <path d="M132 8v-6h40v6" stroke="#BFDAD9" strokeWidth="5" />
      <circle cx="152" cy="52" r="22" fill="#DCECEC" />
      <circle cx="152" cy="47" r="9" fill="#0B5A63" />
      <path d="M135 67c3-9 31-9 34 0" fill="#0B5A63" />
      <path d="M112 92h38M112 106h26" stroke="#6A7F84" strokeWidth="6" strokeLinecap="round" />
      <path d="M164 92h30v30h-30z" stroke="#0C1F24" strokeWidth="5" />
      <path d="M172 100h6v6h-6zM184 100h4M184 112h4M172 114h6" stroke="#0C1F24" strokeWidth="5" />
      <path d="M112 136h84" stroke="#DCECEC" strokeWidth="6" strokeLinecap="round" />
      <path
        d="M152 168v12M124 168v8M180 168v8"
        stroke="#FFB400"
        strokeWidth="5"
        strokeLinecap="round"
        strokeDasharray="2 9"
      />
      <path
        d="M92 222h120M112 222v-12c0-10 8-18 18-18h44c10 0 18 8 18 18v12"
        stroke="#FFB400"
        strokeWidth="6"
        strokeLinecap="round"
      />
    </svg>
  )
}
