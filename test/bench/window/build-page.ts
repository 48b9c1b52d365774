import { resolve } from 'node:path'
import { loadConfigFromFile } from 'electron-vite'
import { build, mergeConfig } from 'vite'

const project = resolve(import.meta.dirname, '../../..')
const probe = resolve(import.meta.dirname, 'probe.ts')

/**
 * Builds the page as it is shipped, but for one module that its first one imports: the probe takes
 * its place, and opens the window by it. No line of the page knows of that.
 */
export async function buildPage(folder: string): Promise<void> {
  const loaded = await loadConfigFromFile(
    { command: 'build', mode: 'production' },
    resolve(project, 'electron.vite.config.ts'),
    project,
    'error',
  )
  const probed = {
    name: 'window-probe',
    enforce: 'pre' as const,
    resolveId: (source: string, importer: string | undefined) =>
      source === './app/open-window.ts' && importer?.endsWith('src/renderer/main.tsx') === true
        ? probe
        : undefined,
  }
  await build(
    mergeConfig(loaded.config.renderer ?? {}, {
      configFile: false,
      base: './',
      mode: 'production',
      logLevel: 'error',
      plugins: [probed],
      build: { outDir: folder, emptyOutDir: true, reportCompressedSize: false, minify: false },
    }),
  )
}
