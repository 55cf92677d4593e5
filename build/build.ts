import { copyFileSync, globSync, mkdirSync, rmSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'

import react from '@vitejs/plugin-react'
import { build } from 'vite'
import type { InlineConfig, Plugin } from 'vite'

import { copyLessons } from './names.ts'
import { orHelp } from './or-help.ts'
import { pageHead } from './page-head.ts'

const root = join(import.meta.dirname, '..')
const roles = ['desk', 'pharmacy', 'kiosk', 'doctor', 'display', 'admin', 'room'] as const

// Native or large packages stay where npm put them; a packaged app carries them beside its own code.
const external = [
  'electron',
  'better-sqlite3',
  'node-hid',
  'serialport',
  '@napi-rs/canvas',
  'pdfkit',
  'harfbuzzjs',
  'axios',
  /^node:/,
  ...builtinModules,
]

/** Wherever a page's policy reigns, zod is told so before anything else. */
const withoutEval = { alias: [{ find: /^zod$/, replacement: join(root, 'build/zod-without-eval.ts') }] }

const shared: InlineConfig = { root, configFile: false, logLevel: 'warn' }

const mainConfig = (): InlineConfig => ({
  ...shared,
  build: {
    outDir: join(root, 'dist/main'),
    emptyOutDir: true,
    target: 'node24',
    minify: false,
    ssr: true,
    rolldownOptions: {
      input: {
        main: join(root, 'main/main.ts'),
        store: join(root, 'main/process/store-process.ts'),
        fill: join(root, 'main/process/fill-process.ts'),
        page: join(root, 'main/process/page-process.ts'),
        device: join(root, 'main/process/device-process.ts'),
        room: join(root, 'build/demo/room/main.ts'),
      },
      external,
      output: { format: 'es', entryFileNames: '[name].js' },
    },
  },
  ssr: { noExternal: true, external: external.filter((each) => typeof each === 'string') },
})

/** A sandboxed preload is one CommonJS file, so each role is built by itself. */
const preloadConfig = (role: string): InlineConfig => ({
  ...shared,
  resolve: withoutEval,
  build: {
    outDir: join(root, 'dist/preload'),
    emptyOutDir: false,
    target: 'chrome150',
    minify: false,
    ssr: true,
    rolldownOptions: {
      input: { [role]: join(root, `preload/${role}.ts`) },
      external: ['electron'],
      output: { format: 'cjs', entryFileNames: '[name].cjs' },
    },
  },
  ssr: { noExternal: true, external: ['electron'] },
})

/** A new text reaches every component through one context, which cannot be swapped under them: the page loads again. */
const textReload: Plugin = {
  name: 'text-reload',
  apply: 'serve',
  handleHotUpdate: ({ file, server }) => {
    if (!/\/(domain|renderer)\/text\//.test(file)) return undefined
    server.ws.send({ type: 'full-reload' })
    return []
  },
}

/** The pages; `npm run dev` serves the same configuration with fast reload. */
export const rendererConfig = (): InlineConfig => ({
  ...shared,
  root: join(root, 'renderer'),
  base: './',
  resolve: withoutEval,
  plugins: [react(), pageHead, textReload],
  worker: { format: 'es' },
  build: {
    outDir: join(root, 'dist/renderer'),
    emptyOutDir: true,
    target: 'chrome150',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 4000,
    rolldownOptions: {
      input: Object.fromEntries(roles.map((role) => [role, join(root, `renderer/${role}/index.html`)])),
    },
  },
})

/** Paper is drawn outside the pages, with the same fonts. */
function copyFonts(): void {
  const fonts = join(root, 'node_modules/@expo-google-fonts')
  for (const file of globSync('noto-*/{400Regular,600SemiBold,700Bold,800ExtraBold}/*.ttf', { cwd: fonts })) {
    mkdirSync(join(root, 'dist/font', dirname(file)), { recursive: true })
    copyFileSync(join(fonts, file), join(root, 'dist/font', file))
  }
}

export async function buildPreloads(): Promise<void> {
  rmSync(join(root, 'dist/preload'), { recursive: true, force: true })
  for (const role of roles) await build(preloadConfig(role))
}

export async function buildMain(): Promise<void> {
  await build(mainConfig())
  await buildPreloads()
  copyFonts()
  await copyLessons(join(root, 'dist/main/names.bin'))
}

/** Builds everything the app consists of into `dist/`. */
export async function buildApp(): Promise<void> {
  await buildMain()
  await build(rendererConfig())
}

const help = `npm run build: builds the app into dist/ (main, preload, renderer, fonts, lessons of names)`

if (import.meta.main) {
  orHelp(help, () => parseArgs({ options: { help: { type: 'boolean' } } }))
  const start = performance.now()
  await buildApp()
  console.log(`Built in ${Math.round(performance.now() - start)} ms`)
}
