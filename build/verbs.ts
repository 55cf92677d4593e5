type Verb = (args: readonly string[]) => number | Promise<number>

/** Runs the verb that a command line begins with; what it needs is loaded when it runs. Gives the exit code. */
export async function runVerb(
  help: string,
  verbs: Readonly<Record<string, () => Promise<Verb>>>,
  [verb = '--help', ...args]: readonly string[],
): Promise<number> {
  const load = verbs[verb]
  if (load !== undefined) return (await load())(args)
  const asked = verb === '--help' || verb === '-h'
  const stream = asked ? process.stdout : process.stderr
  stream.write(asked ? help : `There is no verb ${verb}.\n\n${help}`)
  return asked ? 0 : 2
}
