import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'

/** What a device answers; what a test has it say otherwise than it should. */
export interface Twisted {
  origin?: string
  rpId?: string
  counter?: number
  challenge?: string
  /** Whether it says that it recognised its person. */
  verified?: boolean
}

const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest()
const url = (bytes: Buffer | Uint8Array) => Buffer.from(bytes).toString('base64url')

const number = (value: number, bytes: number) => {
  const written = Buffer.alloc(bytes)
  written.writeUIntBE(value, 0, bytes)
  return written
}

/** A device that keeps a key of ES256, as WebAuthn (level 2, §§ 6.1, 6.5) has it speak. */
export function authenticator(host: string) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const credential = randomBytes(32)
  let used = 0

  const said = (type: string, challenge: string, { origin = `http://${host}`, ...over }: Twisted) =>
    Buffer.from(
      JSON.stringify({ type, challenge: over.challenge ?? challenge, origin, crossOrigin: false }),
    )
  const data = (flags: number, { rpId = host, counter, verified = true }: Twisted) => {
    used += 1
    const kept = verified ? flags | 0x04 : flags
    return Buffer.concat([sha256(rpId), Buffer.from([kept]), number(counter ?? used, 4)])
  }
  const answer = (response: object) =>
    JSON.stringify({
      ...{ id: url(credential), rawId: url(credential), type: 'public-key' },
      ...{ clientExtensionResults: {}, response },
    })

  return {
    /** Makes its key. */
    make(challenge: string, twisted: Twisted = {}): string {
      const cose = isoCBOR.encode(
        new Map<number, number | Uint8Array>([
          [1, 2],
          [3, -7],
          [-1, 1],
          [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
          [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
        ]),
      )
      const authData = Buffer.concat([
        data(0x41, twisted),
        ...[Buffer.alloc(16), number(credential.length, 2), credential, cose],
      ])
      const attestation = isoCBOR.encode(
        new Map<string, string | Uint8Array | Map<string, string>>([
          ['fmt', 'none'],
          ['attStmt', new Map()],
          ['authData', new Uint8Array(authData)],
        ]),
      )
      return answer({
        clientDataJSON: url(said('webauthn.create', challenge, twisted)),
        attestationObject: url(attestation),
        transports: ['internal'],
      })
    },
    /** Signs with it. */
    use(challenge: string, twisted: Twisted = {}): string {
      const authenticatorData = data(0x01, twisted)
      const client = said('webauthn.get', challenge, twisted)
      const signature = sign(
        'sha256',
        Buffer.concat([authenticatorData, sha256(client)]),
        privateKey,
      )
      return answer({
        clientDataJSON: url(client),
        ...{ authenticatorData: url(authenticatorData), signature: url(signature) },
      })
    },
  }
}
