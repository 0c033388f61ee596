import { mkdir } from 'node:fs/promises'
import S3rver from '@20minutes/s3rver'
import type { BucketSettings } from '#kernel/config'

/** An S3 server for tests: what it keeps are files below `folder`. */
export interface S3Server {
  settings: BucketSettings
  close(): Promise<void>
}

/** The key and the secret that it knows. */
const known = 'S3RVER'

/** Starts an S3 server that checks signatures, with one bucket. */
export async function startS3(folder: string): Promise<S3Server> {
  await mkdir(folder, { recursive: true })
  const bucket = 'beffroi'
  const server = new S3rver({
    ...{ port: 0, address: '127.0.0.1', silent: true, directory: folder },
    configureBuckets: [{ name: bucket }],
  })
  const { port } = await server.run()
  return {
    settings: {
      endpoint: `http://127.0.0.1:${port}`,
      bucket,
      region: 'us-east-1',
      keyId: known,
      secret: known,
      pathStyle: true,
    },
    close: () => server.close(),
  }
}
