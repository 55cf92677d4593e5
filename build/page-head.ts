import type { HtmlTagDescriptor, Plugin } from 'vite'

import { contentSecurityPolicy } from '../main/window/policy.ts'

/** The policy as a page can state it itself: browsers read `frame-ancestors` from a header only. */
const policyInPage = contentSecurityPolicy
  .split('; ')
  .filter((line) => !line.startsWith('frame-ancestors'))
  .join('; ')

/** What stands in the head of every page; the icon is none, so that none is asked for. */
export const headOf = (mode: 'build' | 'serve'): readonly HtmlTagDescriptor[] => [
  { tag: 'meta', attrs: { charset: 'utf-8' } },
  { tag: 'meta', attrs: { name: 'viewport', content: 'width=device-width' } },
  { tag: 'link', attrs: { rel: 'icon', href: 'data:,' } },
  // While developing, Vite adds styles and scripts of its own and talks over a socket: the policy forbids all three.
  ...(mode === 'serve'
    ? []
    : [{ tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: policyInPage } }]),
]

export const pageHead: Plugin = {
  name: 'page-head',
  transformIndexHtml: (html, { server }) => ({
    html,
    tags: headOf(server === undefined ? 'build' : 'serve').map((tag) => ({ ...tag, injectTo: 'head-prepend' })),
  }),
}
