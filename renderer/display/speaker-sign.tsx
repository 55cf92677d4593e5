const loud = ['M16 9a5 5 0 0 1 0 6', 'M19.364 18.364a9 9 0 0 0 0-12.728']
const mute = ['m22 9-6 6', 'm16 9 6 6']
const box =
  'M11 4.702a.705.705 0 0 0-1.203-.498L6.413 7.587A1.4 1.4 0 0 1 5.416 8H3a1 1 0 0 0-1 1v6a1 1 0 0 0 1 1h2.416a1.4 1.4 0 0 1 .997.413l3.383 3.384A.705.705 0 0 0 11 19.298z'

/** A loudspeaker that is heard, with its meaning for whoever does not see it; without one it is a mute one. Lucide's (ISC). */
export const SpeakerSign = ({ label }: { readonly label: string | null }) => (
  <svg
    className="hall-speaker"
    viewBox="0 0 24 24"
    focusable="false"
    {...(label === null ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
  >
    {[box, ...(label === null ? mute : loud)].map((path) => (
      <path key={path} d={path} />
    ))}
  </svg>
)
