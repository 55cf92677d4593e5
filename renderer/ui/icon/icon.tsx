import { iconPaths } from './icon-path.ts'
import type { IconName } from './icon-path.ts'

interface Props {
  readonly name: IconName
  /** Points the other way where text runs right to left. */
  readonly turns?: boolean
}

/** A small line drawing beside words; words carry the meaning, so it is silent. */
export function Icon({ name, turns = false }: Props) {
  return (
    <svg className={turns ? 'icon turns' : 'icon'} viewBox="0 0 24 24" aria-hidden="true">
      {iconPaths[name].map((line) => (
        <path key={line} d={line} />
      ))}
    </svg>
  )
}
