import fc from 'fast-check'

// At the desk each run tries other examples; on a machine of others the same ones, so that what fails there fails again.
if (process.env['CI'] !== undefined) fc.configureGlobal({ seed: 20_261_127 })
