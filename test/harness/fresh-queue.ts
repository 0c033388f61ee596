import { beforeAll } from 'vitest'
import { laid } from './ground.ts'

// Jobs that the tests of a file before this one left undone are nobody's: whoever drains the queue here would do them.
beforeAll(async () => {
  const on = await laid()
  await on?.database.queue.query('delete from graphile_worker._private_jobs')
})
