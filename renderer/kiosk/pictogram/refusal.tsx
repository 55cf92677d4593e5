import type { ReactNode } from 'react'

import type { Refusal } from '../state.ts'
import { Picture } from './part.tsx'

const Card = ({ dim = false }: { readonly dim?: boolean }) => (
  <g opacity={dim ? 0.45 : 1}>
    <rect className="w" x="6" y="14" width="92" height="62" rx="9" />
    <path className="k" d="M6 32V23a9 9 0 0 1 9-9h74a9 9 0 0 1 9 9v9z" />
    <rect className="a" x="6" y="14" width="92" height="62" rx="9" />
    <path className="a thin" d="M20 46h26M20 60h18" />
    <path className="k" d="M62 42h8v8h-8zM76 42h8v8h-8zM62 56h8v8h-8zM76 56h8v8h-8z" />
  </g>
)

const Badge = ({ children }: { readonly children: ReactNode }) => (
  <g transform="translate(86 84)">
    <circle className="halo" r="31" />
    {children}
  </g>
)

const Octagon = () => <path className="s" d="M-10-25h20l15 15v20L10 25h-20l-15-15v-20z" />
const Triangle = () => <path className="c" d="M0-26L28 22H-28z" strokeLinejoin="round" />
const Square = () => <rect className="q" x="-22" y="-22" width="44" height="44" rx="8" />
const Query = () => <path className="sw" d="M-8-8a8 8 0 1 1 8 9v4M0 14v1" />

const badges: Readonly<Record<Refusal, ReactNode>> = {
  expired: (
    <>
      <rect className="w" x="-24" y="-20" width="48" height="44" rx="6" />
      <path className="a thin" d="M-24-6h48M-12-27v12M12-27v12" />
      <rect className="a thin" x="-24" y="-20" width="48" height="44" rx="6" />
      <path className="sx" d="M-9 3L9 17M9 3L-9 17" />
    </>
  ),
  revoked: (
    <>
      <Octagon />
      <path className="sw" d="M-12 0h24" />
    </>
  ),
  altered: (
    <>
      <Octagon />
      <path className="sw" d="M-9-9L9 9M9-9L-9 9" />
    </>
  ),
  'unknown-issuer': (
    <>
      <Triangle />
      <path className="sw" d="M0-8v14M0 15v.5" />
    </>
  ),
  'newer-format': (
    <>
      <Triangle />
      <path className="sw" d="M0-8v14M0 15v.5" />
    </>
  ),
  'not-a-card': (
    <>
      <Triangle />
      <path className="sw" d="M0-8v14M0 15v.5" />
    </>
  ),
  'other-card': (
    <>
      <Square />
      <path className="qa" d="M-9 0h18M0-9v18" />
    </>
  ),
  'not-here-yet': (
    <>
      <Square />
      <path className="qa" d="M0-11v20M-9 0L0 10 9 0" />
    </>
  ),
  'no-number': (
    <>
      <Octagon />
      <path className="sw" d="M-12 0h24" />
    </>
  ),
  'not-saved': (
    <>
      <Octagon />
      <path className="sw" d="M-12 0h24" />
    </>
  ),
  'scan-again': (
    <>
      <Square />
      <path className="qa" d="M10 0a10 10 0 1 1-3-7M8-14v8H0" />
    </>
  ),
  failed: (
    <>
      <Triangle />
      <path className="sw" d="M0-8v14M0 15v.5" />
    </>
  ),
}

const slip = 'M26 10h52v74l-6.5-6-6.5 6-6.5-6-6.5 6-6.5-6-6.5 6-6.5-6-6.5 6z'

const Slip = () => (
  <g>
    <path className="w" d={slip} />
    <path className="a" d={slip} />
    <path className="a thin" d="M40 58h24" />
    <path className="a" d="M42 34h20" />
  </g>
)

const Paper = () => (
  <g>
    <rect className="w" x="22" y="8" width="62" height="82" rx="6" />
    <rect className="a" x="22" y="8" width="62" height="82" rx="6" />
    <g transform="translate(53 46) scale(1.5)" className="query">
      <Query />
    </g>
  </g>
)

function shape(why: Refusal): ReactNode {
  if (why === 'no-number' || why === 'not-saved') return <Slip />
  if (why === 'not-a-card') return <Paper />
  return <Card dim={why === 'revoked'} />
}

/** Shape first: what was held up, and the mark of what is the matter with it. */
export const RefusalPicture = ({ why }: { readonly why: Refusal }) => (
  <Picture className="refusal-picture">
    {shape(why)}
    <Badge>{badges[why]}</Badge>
  </Picture>
)
