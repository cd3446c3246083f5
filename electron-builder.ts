import type { Configuration } from 'electron-builder'

/** Every switch that is compiled into the executable, so that none is left at a default that may change. */
const fuses: Required<NonNullable<Configuration['electronFuses']>> = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  // Only of use with a snapshot of one's own; without the file the app would not start.
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
  // Done by electron-builder itself when it signs.
  resetAdHocDarwinSignature: false
}

/** better-sqlite3 brings the binaries of every system: each package keeps its own. */
const onlyPrebuild = (name: string): string => `!node_modules/better-sqlite3/prebuilds/!(${name}).node`

const configuration: Configuration = {
  appId: 'org.backchannel.console',
  productName: 'Backchannel',
  directories: { output: 'dist', buildResources: 'resources' },
  files: [
    'out/**',
    'package.json',
    '!out/.built-from',
    '!node_modules/better-sqlite3/{deps,src}/**',
    '!node_modules/better-sqlite3/binding.gyp'
  ],
  asar: true,
  asarUnpack: ['**/*.node'],
  electronFuses: fuses,
  // The binaries are N-API: the same file serves Node and Electron, and nothing is compiled.
  npmRebuild: false,
  nodeGypRebuild: false,
  publish: null,
  linux: {
    target: ['AppImage', 'deb'],
    category: 'Office',
    files: [onlyPrebuild('linux-${arch}')]
  },
  mac: {
    target: ['dmg', 'zip'],
    category: 'public.app-category.business',
    hardenedRuntime: true,
    files: [onlyPrebuild('darwin-${arch}')]
  },
  win: {
    target: ['nsis'],
    files: [onlyPrebuild('win32-${arch}')]
  }
}

export default configuration
