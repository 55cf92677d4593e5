import { etagOf } from '../interaction/answer.ts'
import type { Version } from './history.ts'

/** Versions as a Bundle, the newest first. */
export function historyBundle(
  versions: readonly Version[],
  base: string,
  { self, next, total }: { readonly self: URL; readonly next: URL | null; readonly total: number | null },
): object {
  return {
    resourceType: 'Bundle',
    type: 'history',
    ...(total === null ? {} : { total }),
    link: [{ relation: 'self', url: self.href }, ...(next === null ? [] : [{ relation: 'next', url: next.href }])],
    ...(versions.length === 0 ? {} : { entry: versions.map((version) => entryOf(version, base)) }),
  }
}

function entryOf({ type, id, version, updated, resource }: Version, base: string): object {
  const isFirst = version === '1' || version === '1.1' || version === '1.0'
  const method = resource === null ? 'DELETE' : isFirst ? 'POST' : 'PUT'
  return {
    fullUrl: `${base}/${type}/${id}`,
    ...(resource === null ? {} : { resource }),
    request: { method, url: method === 'POST' ? type : `${type}/${id}` },
    response: {
      status: method === 'DELETE' ? '204' : isFirst ? '201' : '200',
      etag: etagOf(version),
      lastModified: updated,
    },
  }
}
