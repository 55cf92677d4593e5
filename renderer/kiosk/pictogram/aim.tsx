import { Picture } from './part.tsx'

const dots = '0 0h7v7H0zM2 2h3v3H2z'

/** A card held over the reader's window. The pattern on it is no code: nothing on the screen can be scanned. */
export const AimPicture = () => (
  <Picture className="aim-picture" viewBox="176 84 640 520">
    <rect className="k" x="250" y="476" width="360" height="112" rx="20" />
    <rect className="window" x="290" y="506" width="280" height="52" rx="12" />
    <path className="beam-edge" d="M322 474L286 352M538 474l36-122" />
    <path className="m beam" d="M300 352h260l-33 124H333z" />
    <g transform="translate(268 118) rotate(-3)">
      <rect className="card-face" width="330" height="208" rx="16" />
      <path className="card-head" d="M4 16A14 14 0 0 1 16 4h298a14 14 0 0 1 14 12v32H4z" />
      <path className="card-rule" d="M4 48h324v6H4z" />
      <rect className="card-edge" width="330" height="208" rx="16" />
      <path className="card-text" d="M26 84h108M26 112h84M26 176h96" />
      <g transform="translate(192 72) scale(5)" className="card-code" fillRule="evenodd">
        <path d={`M${dots}`} />
        <path transform="translate(17 0)" d={`M${dots}`} />
        <path transform="translate(0 17)" d={`M${dots}`} />
        <path d="M9 0h2v2H9zM13 1h2v3h-2zM9 4h3v2H9zM0 9h3v2H0zM5 9h2v3H5zM9 8h2v4H9zM13 7h3v2h-3zM18 9h2v3h-2zM22 9h2v2h-2zM1 13h3v2H1zM8 14h3v2H8zM13 11h2v4h-2zM17 14h3v2h-3zM22 13h2v3h-2zM9 18h2v2H9zM13 17h2v3h-2zM17 18h2v2h-2zM21 18h3v2h-3zM10 22h3v2h-3zM15 22h2v2h-2zM19 21h2v3h-2zM22 22h2v2h-2z" />
      </g>
    </g>
    <g transform="translate(50 24)">
      <path
        className="hand"
        d="M640 300c-30-6-74-18-92-10-14 6-8 26 10 30l44 10c-10 10-2 24 12 24-6 12 4 24 18 22-2 12 8 20 22 18l34 2c60 4 100-4 172-6V286c-70 0-120 6-160 14-22 4-40 6-60 0z"
      />
    </g>
    <path className="down" d="M430 356v56M404 392l26 28 26-28" />
  </Picture>
)
