import { request } from 'node:http'
import { text } from 'node:stream/consumers'
import type { Ask } from './load.ts'

/** A call of the API; `fetch` would not let us name the host, by which the authority is known. */
export interface Call extends Ask {
  port: number
  method: string
  body?: object | undefined
}

/** Calls the API with JSON, as a program with a bearer token does. */
export function apiCall(call: Call): Promise<{ status: number; text: string }> {
  const { port, host, method, path, session, body } = call
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number; text: string }>()
  const headers = { host, authorization: `Bearer ${session}`, 'content-type': 'application/json' }
  request({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
    const status = answer.statusCode ?? 0
    text(answer)
      .then((said) => resolve({ status, text: said }))
      .catch(reject)
  })
    .on('error', reject)
    .end(body && JSON.stringify(body))
  return promise
}
