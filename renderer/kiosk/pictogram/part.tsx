import type { ReactNode } from 'react'

interface Props {
  readonly children: ReactNode
  readonly className?: string
  readonly viewBox?: string
}

/**
 * A kiosk picture: a 6-unit round line, one tint, and marigold on the one thing to notice. Letters in it stand where they are
 * drawn, also on a page that runs from right to left.
 */
export const Picture = ({ children, className = '', viewBox = '0 0 120 120' }: Props) => (
  <svg className={`pg ${className}`} viewBox={viewBox} direction="ltr" aria-hidden="true" focusable="false">
    {children}
  </svg>
)

/** A woman under a dupatta, seen from the front. */
export const Woman = ({ at }: { readonly at: string }) => (
  <g transform={at}>
    <path className="f" d="M-21 52V36c0-12 9-17 21-17s21 5 21 17v16z" />
    <path className="a" d="M-21 52V36c0-12 9-17 21-17s21 5 21 17v16z" />
    <path
      className="k"
      d="M-17 30C-22 2-15-17 0-17S22 2 17 30c3 6 4 12 4 22H9C11 38 8 26 0 26S-11 38-9 52h-12c0-10 1-16 4-22z"
    />
    <circle className="w" cx="0" cy="3" r="10.5" />
  </g>
)

export const Someone = ({ at, now = false }: { readonly at: string; readonly now?: boolean }) => (
  <g transform={at}>
    <circle className={now ? 'm' : 'f'} cx="0" cy="0" r="12" />
    <circle className="a" cx="0" cy="0" r="12" />
    <path className={now ? 'm' : 'f'} d="M-21 52V34c0-12 9-17 21-17s21 5 21 17v18z" />
    <path className="a" d="M-21 52V34c0-12 9-17 21-17s21 5 21 17v18z" />
  </g>
)
