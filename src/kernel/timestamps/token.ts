import type { ObjectIdentifier, OctetString, Sequence } from 'asn1js'
import {
  Certificate,
  ContentInfo,
  ExtKeyUsage,
  id_ExtKeyUsage,
  id_eContentType_TSTInfo,
  IssuerAndSerialNumber,
  SignedData,
  TSTInfo,
} from 'pkijs'

/** What a timestamp token says (jeton d’horodatage, RFC 3161). */
export interface Timestamp {
  /** The instant at which its authority saw the digest. */
  at: Temporal.Instant
  /** What was stamped, by SHA-256. */
  digest: Uint8Array
  /** The number that its authority gave to it, in hexadecimal. */
  serial: string
  /** The rules by which its authority works, an object identifier. */
  policy: string
  nonce: string | undefined
  /** The name in the certificate of whoever signed it. */
  signedBy: string
}

/** Why a token proves nothing. */
export type Flaw =
  | 'unreadable'
  | 'other_digest'
  | 'signature'
  | 'untrusted'
  /** The certificate is not one for timestamps, or another one than the token says. */
  | 'certificate'

/** A token that cannot be believed, and why. */
export class FlawedTimestamp extends Error {
  readonly flaw: Flaw
  constructor(flaw: Flaw, cause?: unknown) {
    super(`The timestamp proves nothing: ${flaw}`, { cause })
    this.flaw = flaw
  }
}

export const sha256 = '2.16.840.1.101.3.4.2.1'
const forTimestamps = '1.3.6.1.5.5.7.3.8'
const signingCertificateV2 = '1.2.840.113549.1.9.16.2.47'
const signingCertificate = '1.2.840.113549.1.9.16.2.12'

export interface Opened {
  signed: SignedData
  info: TSTInfo
  signer: Certificate
  said: Timestamp
}

/** Reads a token, and believes nothing of it yet. Throws `FlawedTimestamp`. */
export function open(token: Uint8Array): Opened {
  try {
    const content = ContentInfo.fromBER(Uint8Array.from(token))
    const signed = new SignedData({ schema: content.content })
    const { eContent, eContentType } = signed.encapContentInfo
    if (eContentType !== id_eContentType_TSTInfo || !eContent)
      throw new FlawedTimestamp('unreadable')
    const info = TSTInfo.fromBER(eContent.getValue())
    const { hashAlgorithm, hashedMessage } = info.messageImprint
    if (hashAlgorithm.algorithmId !== sha256) throw new FlawedTimestamp('other_digest')
    const signer = signerOf(signed)
    const said = {
      at: Temporal.Instant.fromEpochMilliseconds(info.genTime.getTime()),
      digest: new Uint8Array(hashedMessage.valueBlock.valueHexView),
      serial: hex(info.serialNumber.valueBlock.valueHexView),
      policy: info.policy,
      nonce: info.nonce && hex(info.nonce.valueBlock.valueHexView),
      signedBy: nameOf(signer),
    }
    return { signed, info, signer, said }
  } catch (failure) {
    throw failure instanceof FlawedTimestamp ? failure : new FlawedTimestamp('unreadable', failure)
  }
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

function signerOf({ certificates = [], signerInfos }: SignedData): Certificate {
  const sid: unknown = signerInfos[0]?.sid
  const signer = certificates.find(
    (one): one is Certificate =>
      one instanceof Certificate &&
      sid instanceof IssuerAndSerialNumber &&
      one.issuer.isEqual(sid.issuer) &&
      one.serialNumber.isEqual(sid.serialNumber),
  )
  if (!signer || signerInfos.length !== 1) throw new FlawedTimestamp('certificate')
  return signer
}

const commonName = '2.5.4.3'

function nameOf({ subject }: Certificate): string {
  const named = subject.typesAndValues.find(({ type }) => type === commonName)
  return String(named?.value.valueBlock.value ?? '')
}

/** Certificates in PEM, one after the other. Throws where one is none. */
export function certificatesIn(pem: string): Certificate[] {
  const blocks = pem.split('-----BEGIN CERTIFICATE-----').slice(1)
  return blocks.map((block) => {
    const [inner = ''] = block.split('-----END CERTIFICATE-----', 1)
    return Certificate.fromBER(Buffer.from(inner, 'base64'))
  })
}

/**
 * What a token proves of `stamped`: that whoever signed it saw its digest at that instant, and stands under one of these
 * certificates. Throws `FlawedTimestamp`.
 */
export async function verifyTimestamp(
  token: Uint8Array,
  stamped: Uint8Array,
  trusted: readonly Certificate[],
): Promise<Timestamp> {
  const { signed, signer, said } = open(token)
  const digest = await crypto.subtle.digest('SHA-256', Uint8Array.from(stamped))
  if (!Buffer.from(digest).equals(said.digest)) throw new FlawedTimestamp('other_digest')
  if (!isForTimestamps(signer) || !(await isNamed(signed, signer)))
    throw new FlawedTimestamp('certificate')
  // What was trusted at that instant stays proof, whatever expired since.
  const checkDate = new Date(said.at.epochMilliseconds)
  const outcome = await signed
    .verify({
      ...{ signer: 0, data: Uint8Array.from(stamped).buffer, extendedMode: true },
      ...{ checkChain: true, checkDate, trustedCerts: [...trusted] },
    })
    .catch((failure: unknown) => failure)
  if (isVerified(outcome)) return said
  throw new FlawedTimestamp(outcomeFlaw(outcome), outcome)
}

const isVerified = (outcome: unknown) =>
  Boolean(Object(outcome).signatureVerified) && Boolean(Object(outcome).signerCertificateVerified)

const outcomeFlaw = (outcome: unknown): Flaw =>
  Object(outcome).signerCertificateVerified === false ? 'untrusted' : 'signature'

/** For timestamps and nothing else, as RFC 3161 (2.3) asks. */
function isForTimestamps({ extensions = [] }: Certificate): boolean {
  const usage = extensions.find(({ extnID }) => extnID === id_ExtKeyUsage)
  const parsed: unknown = usage?.parsedValue
  return (
    usage?.critical === true &&
    parsed instanceof ExtKeyUsage &&
    parsed.keyPurposes.join() === forTimestamps
  )
}

/** Whether the signature covers which certificate it is made with (RFC 5035, RFC 5816): nobody puts another beside it. */
async function isNamed({ signerInfos }: SignedData, signer: Certificate): Promise<boolean> {
  const attributes = signerInfos[0]?.signedAttrs?.attributes ?? []
  const named = attributes.find(
    ({ type }) => type === signingCertificateV2 || type === signingCertificate,
  )
  const value: unknown = named?.values[0]
  if (!named || !value) return false
  // SigningCertificate ::= SEQUENCE { certs SEQUENCE OF ESSCertID }, of which the first is the signer’s.
  const [certs] = (value as Sequence).valueBlock.value as Sequence[]
  const [first] = (certs?.valueBlock.value ?? []) as Sequence[]
  const parts = (first?.valueBlock.value ?? []) as (Sequence | OctetString)[]
  const hash = parts.find((part) => part.idBlock.tagNumber === 4) as OctetString | undefined
  // SHA-256 is what is meant where no algorithm is said; another one we do not know.
  const said =
    parts[0]?.idBlock.tagNumber === 16 && parts[0] !== (first?.valueBlock.value ?? []).at(-1)
  const algorithm = algorithmOf(
    named.type === signingCertificate ? 'SHA-1' : 'SHA-256',
    said,
    parts[0],
  )
  if (!hash || !algorithm) return false
  const digest = await crypto.subtle.digest(algorithm, signer.toSchema().toBER())
  return Buffer.from(digest).equals(Buffer.from(hash.valueBlock.valueHexView))
}

const algorithms: Readonly<Record<string, string>> = {
  [sha256]: 'SHA-256',
  '2.16.840.1.101.3.4.2.2': 'SHA-384',
  '2.16.840.1.101.3.4.2.3': 'SHA-512',
}

function algorithmOf(usual: string, said: boolean, part: unknown): string | undefined {
  if (!said) return usual
  const [identifier] = (part as Sequence).valueBlock.value as ObjectIdentifier[]
  return identifier && algorithms[identifier.getValue()]
}
