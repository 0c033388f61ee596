import { run } from './command/run.ts'

// Whoever reads no further, as `head` does, has what they wanted.
process.stdout.on('error', (failure: NodeJS.ErrnoException) => {
  if (failure.code !== 'EPIPE') throw failure
  process.exit(0)
})

process.exitCode = await run(process.argv.slice(2))
