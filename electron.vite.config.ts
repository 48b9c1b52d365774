import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const from = (path: string): string => resolve(import.meta.dirname, path)
const workers = ['gateway', 'strategy', 'exchange', 'history', 'watchdog']

/** Chunks lie beside the entries: modules that look around by `import.meta.url` need one folder. */
const flat = { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' }

const { version } = JSON.parse(readFileSync(from('package.json'), 'utf8')) as { version: string }

export default defineConfig({
  main: {
    build: {
      // Main, headless and workers also run under plain Node, whose oldest version this is.
      target: 'node20.19',
      outDir: from('out/main'),
      rolldownOptions: {
        input: {
          index: from('src/main/index.ts'),
          headless: from('src/main/headless.ts'),
          ...Object.fromEntries(workers.map((name) => [name, from(`workers/${name}/index.ts`)])),
        },
        output: { format: 'es', ...flat },
      },
    },
  },
  preload: {
    build: {
      // A sandboxed preload can be neither an ES module nor load packages at run time.
      target: 'node24.18',
      outDir: from('out/preload'),
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: from('src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: from('src/renderer'),
    plugins: [react()],
    define: { WORKSTATION_VERSION: JSON.stringify(version) },
    build: {
      // The page is shown by Electron's Chromium, and by ordinary browsers of the last two years.
      target: 'es2022',
      outDir: from('out/renderer'),
      modulePreload: { polyfill: false },
      rolldownOptions: { input: from('src/renderer/index.html') },
    },
  },
})
