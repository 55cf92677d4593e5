import type { ReactNode } from 'react'

interface Props {
  readonly label: string
  readonly className?: string
  readonly children: ReactNode
}

/** A part that scrolls when its words do not fit; it takes the focus, so that arrows can scroll it. */
export const Scroll = ({ label, className = 'scroll grow', children }: Props) => (
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/prefer-tag-over-role
  <div className={className} role="group" aria-label={label} tabIndex={0}>
    {children}
  </div>
)
