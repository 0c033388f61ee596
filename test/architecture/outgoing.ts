import { importsOf } from './imports.ts'
import { type Source, at, isScript, isTest } from './source.ts'
import { inside, nodes } from './syntax.ts'

/** Who speaks to a network, and to whom. */
const maySpeak: Readonly<Record<string, string>> = {
  'src/kernel/outgoing/': 'the one way out',
  'src/kernel/http/listen.ts': 'the server itself',
  'src/kernel/files/bucket.ts': 'the S3 server of the operator',
  'src/kernel/antivirus/clamd.ts': 'the virus scanner of the operator',
  'src/command/upgrade.ts': 'asks our own processes whether they are well',
  'src/kernel/mail/smtp.ts': 'the mail server of the operator',
  'src/kernel/testing/': 'the visitor of the tests',
}

/** What speaks HTTP, or to a socket. */
const speaking =
  /^(?:(?:node:)?(?:http|https|http2|net|tls|dgram)|undici|axios|got|ky|node-fetch|ws|nodemailer)$/

/**
 * Code of the server that speaks to the network by itself: it imports what does, or calls `fetch`. Islands run in the
 * browser, where the policy of the page says whom they may ask.
 */
export function checkOutgoing(sources: readonly Source[]): string[] {
  return sources
    .filter(({ path }) => isScript(path) && !isTest(path) && path.startsWith('src/'))
    .filter(({ path }) => !path.includes('/islands/'))
    .filter(({ path }) => !Object.keys(maySpeak).some((one) => path.startsWith(one)))
    .flatMap((source) => [
      ...importsOf(source)
        .filter(({ specifier }) => speaking.test(specifier))
        .map(({ specifier, where }) => `${where} speaks to the network by ${specifier}`),
      ...nodes(source, 'CallExpression', 'NewExpression')
        .filter((call) => isFetch(source, call))
        .map((call) => `${at(source, call.start)} asks a server by itself`),
    ])
}

/** `fetch(…)` or `globalThis.fetch(…)`, `new WebSocket(…)`, `new EventSource(…)`; `app.fetch` is our own. */
function isFetch(source: Source, call: ReturnType<typeof nodes>[number]): boolean {
  const [callee] = inside(call, 'callee')
  const text = callee ? source.text.slice(callee.start, callee.end) : ''
  return /^(?:(?:globalThis|global|window|self)\.)?(?:fetch|WebSocket|EventSource)$/.test(text)
}
