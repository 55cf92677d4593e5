import type { Department } from '../../../domain/hospital/facility.ts'
import { Picture } from './part.tsx'

export type Line = Department['line']

/** The floor line of a department: its colour never comes without its dash. */
const dashes: Readonly<Record<Line, { readonly path: string; readonly dots: readonly number[] }>> = {
  blue: { path: 'M3 8h19M51 8h19', dots: [36, 84] },
  green: { path: 'M3 8h13M27 8h13M51 8h13M75 8h13', dots: [] },
  plum: { path: '', dots: [8, 26, 44, 62, 80] },
  brick: { path: 'M3 8h36M56 8h36', dots: [] },
}

export const FloorLine = ({ line }: { readonly line: Line }) => (
  <svg className={`floor-line line-${line}`} viewBox="0 0 96 16" aria-hidden="true" focusable="false">
    <path d={dashes[line].path} stroke="currentColor" strokeWidth="6" strokeLinecap="round" />
    {dashes[line].dots.map((x) => (
      <circle key={x} cx={x} cy="8" r="6" fill="currentColor" />
    ))}
  </svg>
)

export const FollowPicture = ({ line, room }: { readonly line: Line; readonly room: string }) => (
  <Picture className="pic">
    <path className={`way line-${line}`} d="M20 108c10-30 60-20 64-52" stroke="currentColor" />
    <rect className="f" x="62" y="8" width="46" height="62" rx="4" />
    <rect className="a" x="62" y="8" width="46" height="62" rx="4" />
    <circle className="k" cx="99" cy="46" r="4" />
    <g transform="translate(-4 2)">
      <circle className="k" cx="30" cy="30" r="9" />
      <path className="a" d="M30 44v24M30 68l-10 22M30 68l12 20M30 50l-14 10M30 50l16 8" />
    </g>
    <text className="k digits" x="85" y="34" textAnchor="middle" fontSize={room.length > 3 ? 14 : 22} fontWeight="800">
      {room}
    </text>
  </Picture>
)

export const WaitPicture = ({ number }: { readonly number: string }) => (
  <Picture className="pic">
    <rect className="k" x="46" y="8" width="70" height="42" rx="6" />
    <text
      className="m digits"
      x="81"
      y="38"
      textAnchor="middle"
      fontSize={number.length > 3 ? 21 : 25}
      fontWeight="800"
    >
      {number}
    </text>
    <circle className="f" cx="30" cy="42" r="12" />
    <circle className="a" cx="30" cy="42" r="12" />
    <path className="a" d="M30 60v26h26v24M12 56v54M12 92h22M30 70h20" />
  </Picture>
)
