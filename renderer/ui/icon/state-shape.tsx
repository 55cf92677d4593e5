import { unreachable } from '../../../domain/result.ts'

/** Done, kept here and on its way, look before you go on, cannot go on like this. */
export type StateKind = 'ok' | 'wait' | 'care' | 'stop'

interface Props {
  readonly kind: StateKind
  readonly size?: 'large' | 'huge'
}

const ground = 'var(--surface)'

function Drawing({ kind }: { readonly kind: StateKind }) {
  switch (kind) {
    case 'ok':
      return (
        <>
          <circle cx="8" cy="8" r="7" fill="currentColor" />
          <path d="M4.6 8.3l2.3 2.3 4.4-4.9" fill="none" stroke={ground} strokeWidth="1.8" strokeLinecap="round" />
        </>
      )
    case 'wait':
      return (
        <>
          <rect
            x="1.9"
            y="1.9"
            width="12.2"
            height="12.2"
            rx="2.4"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.8"
          />
          <path d="M8 4.8v3.6l2.2 1.6" fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />
        </>
      )
    case 'care':
      return (
        <>
          <path d="M8 1.2 15.4 14.4H.6z" fill="currentColor" />
          <path d="M8 5.6v4.2" stroke={ground} strokeWidth="1.8" strokeLinecap="round" />
          <circle cx="8" cy="12.1" r="1.05" fill={ground} />
        </>
      )
    case 'stop':
      return (
        <>
          <path d="M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1z" fill="currentColor" />
          <path d="M4.9 8h6.2" stroke={ground} strokeWidth="1.9" strokeLinecap="round" />
        </>
      )
    default:
      return unreachable(kind)
  }
}

/** Shape first, then word, then colour: a disc, a square, a triangle or an octagon, always beside words. */
export function StateShape({ kind, size }: Props) {
  return (
    <svg className={`shape ${kind} ${size ?? ''}`} viewBox="0 0 16 16" aria-hidden="true">
      <Drawing kind={kind} />
    </svg>
  )
}
