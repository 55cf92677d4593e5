/** The encoder alone: the package's front door drags in canvas and Node's streams, and their types. */
declare module 'qrcode/lib/core/qrcode.js' {
  export function create(
    text: string | readonly { readonly data: string; readonly mode: 'alphanumeric' }[],
    options: { readonly errorCorrectionLevel: 'M' | 'Q'; readonly maskPattern?: number },
  ): { readonly modules: { readonly size: number; readonly data: Uint8Array } }
}
