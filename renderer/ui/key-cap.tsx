interface Props {
  /** As engraved on the key: `F3`, `Ctrl 1`, `Enter`. */
  readonly name: string
}

/** A shortcut, drawn before what it does. */
export const KeyCap = ({ name }: Props) => (
  <kbd className="key" lang="en">
    {name}
  </kbd>
)
