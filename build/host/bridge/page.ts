/** The slice of the DOM the two halves of the bridge use; the host is compiled without a browser's types. */
export interface PageEvent {
  readonly detail: unknown
  readonly relatedTarget: PagePort | null
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  composedPath(): readonly unknown[]
  preventDefault(): void
}

export interface PagePort {
  addEventListener(name: string, listener: (event: PageEvent) => void): void
  dispatchEvent(event: unknown): boolean
}

export interface PageWindow extends PagePort {
  readonly top: unknown
  readonly location: { readonly href: string }
  readonly document: { readonly baseURI: string; readonly title: string; createElement(name: string): PagePort }
  readonly MutationObserver: new (callback: () => void) => { observe(node: object, what: object): void }
  readonly CustomEvent: new (name: string, init: { readonly detail: unknown }) => unknown
  readonly MouseEvent: new (name: string, init: { readonly relatedTarget: PagePort }) => unknown
  addEventListener(
    name: string,
    listener: (event: PageEvent) => void,
    options?: { capture?: boolean; once?: boolean },
  ): void
}
