import { defineConfig } from 'vite'
import solid from 'vite-plugin-solid'
import { messages } from './web/i18n/messages-plugin.ts'

/** Two builds: the browser's entry with its assets, and with `--ssr` the server's entry. */
export default defineConfig(({ isSsrBuild = false }) => ({
  plugins: [messages(), solid({ ssr: true })],
  worker: { format: 'es' },
  build: {
    outDir: 'dist/client',
    emptyOutDir: true,
    manifest: !isSsrBuild,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
    rolldownOptions: {
      checks: { pluginTimings: false },
      ...(isSsrBuild ? {} : { input: 'web/client.tsx' }),
    },
  },
}))
