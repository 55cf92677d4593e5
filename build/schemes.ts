const help = `npm run schemes -- VERB …

  check FILE                       says what is wrong with a rule file, line by line
  explain FILE --person FACTS      answers every scheme of the file for one person, with reasons

npm run schemes -- VERB --help says more; docs/scheme-rules.md is the editor's guide.
`

type Verb = (args: readonly string[]) => number

/** What a verb needs is loaded when it runs. */
const verbs: Readonly<Record<string, () => Promise<Verb>>> = {
  check: async () => (await import('./schemes/check.ts')).checkCommand,
  explain: async () => (await import('./schemes/explain.ts')).explainCommand,
}

export async function main([verb = '--help', ...args]: readonly string[]): Promise<number> {
  const load = verbs[verb]
  if (load !== undefined) return (await load())(args)
  const asked = verb === '--help' || verb === '-h'
  const stream = asked ? process.stdout : process.stderr
  stream.write(asked ? help : `There is no verb ${verb}.\n\n${help}`)
  return asked ? 0 : 2
}

process.exitCode = await main(process.argv.slice(2))
