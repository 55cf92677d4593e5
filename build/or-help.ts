interface Parsed {
  readonly values: { readonly help?: boolean | undefined }
}

/** Reads a command's arguments; `--help` shows what it does and ends with 0, anything unknown ends with 2. */
export function orHelp<Arguments extends Parsed>(help: string, read: () => Arguments): Arguments {
  const found = readOrEnd(help, read)
  if (found.values.help !== true) return found
  console.log(help)
  return process.exit(0)
}

function readOrEnd<Arguments>(help: string, read: () => Arguments): Arguments {
  try {
    return read()
  } catch (fault) {
    console.error(`${fault instanceof Error ? fault.message : String(fault)}\n\n${help}`)
    return process.exit(2)
  }
}
