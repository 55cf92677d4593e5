import type { InstallProblem } from '../issuer/list-key.ts'
import type { openRoot } from './root-file.ts'

type RootProblem = Extract<ReturnType<typeof openRoot>, { readonly ok: false }>['problem']

/** Why something cannot be done, for the officers who asked for it. */
export const problemText: Readonly<Record<RootProblem | InstallProblem | 'no-list-key' | 'unknown-key', string>> = {
  'not-a-root': 'this is no file of a root: name the card-root.json that was made first',
  'wrong-passphrase': 'this passphrase does not open it: both halves are needed, in the order in which they were typed',
  'not-a-certificate': 'its root has not signed it, or it was changed on its way',
  'other-key': 'it is for a list key that this HIMS has not asked for',
  'older-than-installed': 'a newer one is installed',
  'wrong-period': 'today is not one of its days: certify the request again with --from today or earlier',
  'no-list-key': 'HIMS has no certified list key: keys request, certify, install',
  'unknown-key': 'no key has this id: see keys show',
}

/** What went wrong while a command was carried out; of a file that cannot be used, which one. */
export function errorText(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const path = 'path' in error && typeof error.path === 'string' ? error.path : 'a file'
  switch ('code' in error ? error.code : null) {
    case 'ENOENT':
    case 'ENOTDIR':
      return `${path} cannot be found: is the stick in, and the folder there?`
    case 'EISDIR':
      return 'a folder was named where a file is needed'
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `${path} may not be read or written by whoever runs this command`
    case 'SQLITE_NOTADB':
      return 'the file that --database names is not a database'
    default:
      return error.message
  }
}
