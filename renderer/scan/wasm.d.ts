/** Vite puts the bytes into the bundle as a data URL: the page may not fetch anything. */
declare module 'zxing-wasm/reader/zxing_reader.wasm?url&inline' {
  export const url: string
  export { url as default }
}

declare module '*?worker&url' {
  export const url: string
  export { url as default }
}
