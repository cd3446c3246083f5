import babel from '@rolldown/plugin-babel'
import react, { reactCompilerPreset } from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

export default defineConfig({
  main: {
    build: {
      // The command line and the browser host run the same files on Node itself, from 22.14 on.
      target: 'node22.14',
      rolldownOptions: {
        input: {
          index: 'src/main/index.ts',
          'core-worker': 'src/main/core-worker.ts',
          serve: 'src/main/serve.ts',
          cli: 'src/main/cli.ts'
        },
        // Beside the entries, so that `import.meta.dirname` means the same in every file.
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' }
      }
    }
  },
  preload: {
    build: {
      // A sandboxed preload script is one CommonJS file, and may require nothing but `electron`.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: 'src/preload/index.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' }
      }
    }
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react(), babel({ presets: [reactCompilerPreset()] })],
    build: {
      minify: true,
      // Pictures stay files: `img-src` and `font-src` need no `data:` for what the console brings itself.
      assetsInlineLimit: 512,
      // Read from this computer's disk, not from a network.
      chunkSizeWarningLimit: 4_000,
      rolldownOptions: { input: 'src/renderer/index.html' }
    }
  }
})
