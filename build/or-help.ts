interface Parsed {
  readonly values: { readonly help?: boolean | undefined }
}

/** Reads a command's arguments; `--help` shows what it does and ends with 0, anything unknown ends with 2. */
export function orHelp<Arguments extends Parsed>(help: string, read: () => Arguments): Arguments {
  try {
    const found = read()
    if (found.values.help !== true) return found
    console.log(help)
  } catch (fault) {
    console.error(`${fault instanceof Error ? fault.message : String(fault)}\n\n${help}`)
    process.exit(2)
  }
  process.exit(0)
}
