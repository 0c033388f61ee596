// node pgrun.mjs : starts embedded bench cluster & keeps running
import { startEmbedded } from '/work/main/src/kernel/db/embedded.ts'
import { writeFileSync } from 'node:fs'
const e = await startEmbedded({ folder: '/work/main/data/bench/postgres' })
writeFileSync('/tmp/bench-url', e.superuserUrl)
console.log('up')
process.on('SIGTERM', () => e.stop().then(() => process.exit()))
