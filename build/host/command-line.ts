import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/** Electron's own command line: Chromium's switches, modules to require first, and the app. */
export interface CommandLine {
  readonly switches: ReadonlyMap<string, string>
  readonly requires: readonly string[]
  readonly app: string
}

export function readCommandLine(args: readonly string[]): CommandLine {
  const switches = new Map<string, string>()
  const requires: string[] = []
  let app: string | null = null
  for (let at = 0; at < args.length; at++) {
    const argument = args[at] ?? ''
    const [, name, value] = /^--([^=]+)=?(.*)$/s.exec(argument) ?? []
    if (argument === '-r' || argument === '--require') requires.push(args[++at] ?? '')
    else if (name !== undefined) switches.set(name, value ?? '')
    else app ??= argument
  }
  return { switches, requires, app: app ?? '.' }
}

export interface AppPackage {
  readonly name: string
  readonly version: string
  readonly folder: string
  readonly entry: string
}

/** The app is a folder with a package.json, or a lone script, which as in Electron has no name or version of its own. */
export function readAppPackage(app: string): AppPackage {
  const path = resolve(app)
  const isFolder = statSync(path).isDirectory()
  const folder = isFolder ? path : dirname(path)
  const file = join(folder, 'package.json')
  const fields: Readonly<Record<string, string | undefined>> =
    isFolder && existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  return {
    name: fields['productName'] ?? fields['name'] ?? 'Electron',
    version: fields['version'] ?? '0.0.0',
    folder,
    entry: isFolder ? join(folder, fields['main'] ?? 'index.js') : path,
  }
}
