import { Picture, Someone, Woman } from './part.tsx'

interface Props {
  readonly className?: string
}

const slipEdge = 'M28 26h64v74l-8-7-8 7-8-7-8 7-8-7-8 7-8-7-8 7z'

export const SlipPicture = ({ className = '' }: Props) => (
  <Picture className={className}>
    <rect className="k" x="12" y="12" width="96" height="22" rx="8" />
    <path className="w" d={slipEdge} />
    <path className="a" d={slipEdge} />
    <rect className="m" x="38" y="42" width="44" height="30" rx="5" />
    <text className="on digits" x="60" y="66" textAnchor="middle" fontSize="25" fontWeight="800">
      27
    </text>
    <path className="a thin" d="M40 82h40" />
  </Picture>
)

export const CallPicture = ({ className = '' }: Props) => (
  <Picture className={className}>
    <path className="f" d="M12 112V94c0-15 12-21 30-21s30 6 30 21v18z" />
    <circle className="f" cx="42" cy="48" r="18" />
    <path className="a" d="M12 112V94c0-15 12-21 30-21s30 6 30 21v18M42 66a18 18 0 1 0 0-36 18 18 0 0 0 0 36z" />
    <path className="k" d="M70 6h36a9 9 0 0 1 9 9v22a9 9 0 0 1-9 9H86L72 58V46h-2a9 9 0 0 1-9-9V15a9 9 0 0 1 9-9z" />
    <path className="ma mid" d="M84 18a6 6 0 1 1 6 7v5M90 37v1" />
  </Picture>
)

export const HalfPicture = ({ className = '' }: Props) => (
  <Picture className={className}>
    <circle className="w" cx="60" cy="60" r="46" />
    <path className="k" d="M60 14a46 46 0 0 1 0 92z" />
    <circle className="a" cx="60" cy="60" r="46" />
  </Picture>
)

export const LowerPicture = ({ up = false }: { readonly up?: boolean }) => (
  <Picture className="pic">
    <circle className="a" cx="46" cy="20" r="9" />
    <path className="a" d="M46 34v32h26l14 30M46 48h22M34 54a28 28 0 1 0 34 36" />
    <path className="ma" d={up ? 'M100 54V14M86 28l14-14 14 14' : 'M100 14v40M86 42l14 14 14-14'} />
  </Picture>
)

export const CardPicture = ({ className = '' }: Props) => (
  <Picture className={className}>
    <rect className="w" x="8" y="24" width="104" height="72" rx="10" />
    <path className="k" d="M8 44V34a10 10 0 0 1 10-10h84a10 10 0 0 1 10 10v10z" />
    <rect className="a" x="8" y="24" width="104" height="72" rx="10" />
    <path className="a thin" d="M24 60h28M24 74h20" />
    <rect className="m" x="68" y="54" width="30" height="30" rx="3" />
    <path className="on" d="M73 59h7v7h-7zM86 59h7v7h-7zM73 72h7v7h-7zM86 72h4v4h-4zM90 76h3v3h-3z" />
  </Picture>
)

export const SignsPicture = ({ className = '' }: Props) => (
  <Picture className={className}>
    <rect className="f" x="10" y="12" width="44" height="44" rx="8" />
    <rect className="a" x="10" y="12" width="44" height="44" rx="8" />
    <rect className="m" x="66" y="12" width="44" height="44" rx="8" />
    <rect className="a" x="66" y="12" width="44" height="44" rx="8" />
    <rect className="f" x="10" y="66" width="44" height="44" rx="8" />
    <rect className="a" x="10" y="66" width="44" height="44" rx="8" />
    <rect className="f" x="66" y="66" width="44" height="44" rx="8" />
    <rect className="a" x="66" y="66" width="44" height="44" rx="8" />
    <path className="a" d="M78 34l8 8 14-15" />
  </Picture>
)

/** The registration desk: a person behind a counter. */
export const DeskPicture = ({ className = '' }: Props) => (
  <Picture className={className}>
    <Someone at="translate(60 36)" now />
    <rect className="w" x="8" y="72" width="104" height="36" rx="6" />
    <rect className="a" x="8" y="72" width="104" height="36" rx="6" />
    <path className="a thin" d="M26 90h28" />
  </Picture>
)

export const QueuePicture = ({ className = '' }: Props) => (
  <Picture className={className}>
    <Woman at="translate(24 48) scale(0.8)" />
    <Someone at="translate(60 46) scale(0.8)" />
    <Someone at="translate(96 46) scale(0.8)" now />
    <path className="a" d="M10 104h100" />
    <path className="k" d="M96 24L85 10h22z" />
  </Picture>
)

export const ComingPicture = ({ className = '' }: Props) => (
  <Picture className={className}>
    <Woman at="translate(38 42) scale(1.15)" />
    <path className="a" d="M74 34h18M80 54h24M74 74h18M10 112h100" />
  </Picture>
)

export const BackPicture = ({ className = '' }: Props) => (
  <Picture className={`turns ${className}`}>
    <path className="a" d="M100 60H20M52 28L20 60l32 32" />
  </Picture>
)

export const AgainPicture = ({ className = '' }: Props) => (
  <Picture className={className}>
    <path className="a" d="M96 60a36 36 0 1 1-11-26" />
    <path className="ma" d="M86 12v24H62" />
  </Picture>
)

export const RestingPicture = ({ className = '' }: Props) => (
  <Picture className={className}>
    <rect className="f" x="26" y="10" width="68" height="86" rx="8" />
    <rect className="a" x="26" y="10" width="68" height="86" rx="8" />
    <path className="a" d="M60 96v14M38 112h44M44 44c4 5 10 5 14 0M64 44c4 5 10 5 14 0" />
    <path className="ma" d="M50 70h20" />
  </Picture>
)

/** Chooser's heading: somebody asked in several scripts, and a finger that answers. */
export const AskPicture = () => (
  <Picture className="ask-picture" viewBox="0 0 300 150">
    <Woman at="translate(70 52) scale(1.6)" />
    <path
      className="w"
      d="M134 14h92a14 14 0 0 1 14 14v40a14 14 0 0 1-14 14h-62l-30 22V82a14 14 0 0 1-14-14V28a14 14 0 0 1 14-14z"
    />
    <path
      className="a"
      d="M134 14h92a14 14 0 0 1 14 14v40a14 14 0 0 1-14 14h-62l-30 22V82a14 14 0 0 1-14-14V28a14 14 0 0 1 14-14z"
    />
    <g className="k" fontSize="29" fontWeight="800">
      <text x="133" y="60">
        अ
      </text>
      <text x="172" y="60">
        ਅ
      </text>
      <text x="210" y="60">
        A
      </text>
    </g>
  </Picture>
)

export const TouchPicture = () => (
  <Picture className="touch-picture">
    <path
      className="f"
      d="M44 112c-4-14-18-26-26-38-4-8 6-14 12-7l12 12V22c0-12 17-12 17 0v30l30 8c8 2 12 8 11 16l-4 36z"
    />
    <path
      className="a"
      d="M44 112c-4-14-18-26-26-38-4-8 6-14 12-7l12 12V22c0-12 17-12 17 0v30l30 8c8 2 12 8 11 16l-4 36"
    />
    <path className="ma" d="M26 28a26 26 0 0 1 48-6" />
  </Picture>
)
