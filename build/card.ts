const help = `npm run card -- VERB …

  batch    prints cards, sheets, stickers or letters by the thousand, and goes on where it was stopped
  sample   cards of every kind to try scanners with

npm run card -- VERB --help says more.
`

type Verb = (args: readonly string[]) => Promise<number>

/** What a verb needs is loaded when it runs. */
const verbs: Readonly<Record<string, () => Promise<Verb>>> = {
  batch: async () => (await import('./card/batch.ts')).batchCommand,
  sample: async () => (await import('./card/sample.ts')).sampleCommand,
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
