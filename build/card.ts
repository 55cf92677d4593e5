import { runVerb } from './verbs.ts'

const help = `npm run card -- VERB …

  batch    prints cards, sheets, stickers or letters by the thousand, and goes on where it was stopped
  sample   cards of every kind to try scanners with

npm run card -- VERB --help says more.
`

const verbs = {
  batch: async () => (await import('./card/batch.ts')).batchCommand,
  sample: async () => (await import('./card/sample.ts')).sampleCommand,
}

process.exitCode = await runVerb(help, verbs, process.argv.slice(2))
