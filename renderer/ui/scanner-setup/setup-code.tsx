import { useMemo } from 'react'

import { qrPath } from '../qr-path.ts'

/** Modules of quiet ground on each side. */
const QUIET = 4

/** A symbol for a scanner to read off the screen: black on white in every theme. */
export function SetupCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { size, path } = useMemo(() => qrPath(text), [text])
  const box = `${-QUIET} ${-QUIET} ${size + 2 * QUIET} ${size + 2 * QUIET}`
  return (
    <figure className="setup-code" aria-label={label}>
      <svg viewBox={box} shapeRendering="crispEdges" aria-hidden="true">
        <path d={path} />
      </svg>
    </figure>
  )
}
