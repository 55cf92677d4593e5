import { runVerb } from './verbs.ts'

const help = `npm run schemes -- VERB …

  check FILE                       says what is wrong with a rule file, line by line
  explain FILE --person FACTS      answers every scheme of the file for one person, with reasons

npm run schemes -- VERB --help says more; docs/scheme-rules.md is the editor's guide.
`

const verbs = {
  check: async () => (await import('./schemes/check.ts')).checkCommand,
  explain: async () => (await import('./schemes/explain.ts')).explainCommand,
}

process.exitCode = await runVerb(help, verbs, process.argv.slice(2))
