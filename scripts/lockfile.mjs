// The npm lifecycle script "dependencies": runs after every change of node_modules, on whatever Node the machine has.
import { mendLockfile } from './lib/lockfile.mjs'

mendLockfile()
