import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import type { MailServer } from '#kernel/config'

/** What came to the server: the envelope, and the message as it was written on the wire. */
export interface Letter {
  from: string
  to: string[]
  raw: string
  /** A head of it, unfolded. */
  head: (name: string) => string | undefined
  user: unknown
}

/** A server for mail on this machine, which keeps what it is given and answers what it is told to. */
export interface PostOffice {
  server: MailServer
  letters: Letter[]
  /** The answer to the next recipients; undefined: it takes them. */
  answer: { code: number; words: string } | undefined
  close: () => Promise<void>
}

/** Opens it; `name` and `password` are asked for where they are given. */
export async function openPostOffice(account?: {
  name: string
  password: string
}): Promise<PostOffice> {
  const letters: Letter[] = []
  const office = new SMTPServer({
    authOptional: !account,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    onAuth: ({ username, password }, _session, done) =>
      username === account?.name && password === account?.password
        ? done(null, { user: username })
        : done(new Error('no')),
    onRcptTo: (_address, _session, done) => {
      const { answer } = opened
      done(
        answer ? Object.assign(new Error(answer.words), { responseCode: answer.code }) : undefined,
      )
    },
    onData: (stream, { envelope, user }, done) => {
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.on('end', () => {
        const raw = Buffer.concat(pieces).toString('utf8')
        const [heads = ''] = raw.split('\r\n\r\n')
        const unfolded = heads.replaceAll(/\r\n[ \t]+/g, ' ').split('\r\n')
        letters.push({
          from: envelope.mailFrom ? envelope.mailFrom.address : '',
          to: envelope.rcptTo.map(({ address }) => address),
          raw,
          head: (name) =>
            unfolded
              .find((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}:`))
              ?.slice(name.length + 1)
              .trim(),
          user,
        })
        done()
      })
    },
  })
  office.on('error', () => {}) // A client that goes away is none of the test's business.
  await new Promise<void>((listening) => office.listen(0, '127.0.0.1', listening))
  const { port } = office.server.address() as AddressInfo // It listens on TCP.
  const opened: PostOffice = {
    server: {
      ...{ host: '127.0.0.1', port, secure: false, from: 'maison@beffroi.test' },
      ...{ user: account?.name ?? '', password: account?.password ?? '' },
    },
    letters,
    answer: undefined,
    close: () => new Promise((closed) => office.close(closed)),
  }
  return opened
}
