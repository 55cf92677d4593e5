import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'

import { fail, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'

/** Two halves of eight letters are the least that is worth the scrypt behind them. */
const SHORTEST = 16

/** Whoever can be asked for a passphrase: a terminal hears each officer's half unseen, a pipe or a file is read whole. */
export interface PassphraseSource {
  readonly stdin: NodeJS.ReadStream
  readonly complain: (line: string) => void
}

/** The passphrase of a root: one line, or two officers' halves in two lines. */
export async function readPassphrase(
  files: readonly string[],
  source: PassphraseSource,
  confirm: boolean,
): Promise<Result<string, string>> {
  if (files.length > 0) return longEnough(files.map((file) => readFileSync(file, 'utf8').trimEnd()).join('\n'))
  const { stdin } = source
  if (!stdin.isTTY) return longEnough((await allOf(stdin)).trimEnd())
  const typed = await askUnseen(['First officer: ', 'Second officer (Enter for none): '], source)
  if (!confirm) return longEnough(typed)
  const again = await askUnseen(['First officer, again: ', 'Second officer, again: '], source)
  return typed === again ? longEnough(typed) : fail('the two differ; nothing was made')
}

function longEnough(passphrase: string): Result<string, string> {
  if (passphrase === '') return fail('no passphrase was given: type it at a terminal, or name --passphrase-file FILE')
  if (passphrase.length < SHORTEST) return fail(`a passphrase of a root has at least ${SHORTEST} letters`)
  return ok(passphrase)
}

async function allOf(stdin: NodeJS.ReadStream): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of stdin) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString('utf8')
}

async function askUnseen(questions: readonly string[], { stdin, complain }: PassphraseSource): Promise<string> {
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input: stdin, output: unseen, terminal: true })
  const answers: string[] = []
  for (const question of questions) {
    complain(question)
    answers.push(await new Promise<string>((resolve) => lines.question('', resolve)))
  }
  lines.close()
  return answers.filter((answer) => answer !== '').join('\n')
}
