import { openCluster } from './cluster.ts'

const cluster = await openCluster()
await cluster.stop()
