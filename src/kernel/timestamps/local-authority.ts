import { createPrivateKey } from 'node:crypto'
import * as asn1js from 'asn1js'
import {
  Accuracy,
  Attribute,
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  Extension,
  ExtKeyUsage,
  id_ContentType_SignedData,
  id_eContentType_TSTInfo,
  IssuerAndSerialNumber,
  PKIStatusInfo,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
  TimeStampReq,
  TimeStampResp,
  TSTInfo,
} from 'pkijs'
import { certificatesIn, sha256 } from './token.ts'

/** A timestamp authority of one's own, for development and tests: its root and certificate in PEM, its key in PKCS #8. */
export interface LocalAuthority {
  root: string
  certificate: string
  key: string
}

const curve = { name: 'ECDSA', namedCurve: 'P-256' } as const
const usages = ['sign', 'verify'] as const
/** Rules that nobody has written down: what is stamped so proves nothing to others. */
const policy = '2.25.1'

/** Makes one: a root that signs one certificate for timestamps. Its root’s key is kept by nobody. */
export async function makeLocalAuthority(years = 10): Promise<LocalAuthority> {
  const [above, below] = [await pair(), await pair()]
  const root = await certificate({
    subject: 'Beffroi – racine de développement',
    of: above,
    years,
    isRoot: true,
  })
  const own = await certificate({
    ...{ subject: 'Beffroi – horodatage de développement', of: below, years, isRoot: false },
    by: { certificate: root, key: above.privateKey },
  })
  const key = Buffer.from(await crypto.subtle.exportKey('pkcs8', below.privateKey))
  return { root: pemOf(root), certificate: pemOf(own), key: pem('PRIVATE KEY', key) }
}

const pair = (): Promise<CryptoKeyPair> => crypto.subtle.generateKey(curve, true, usages)

const pem = (label: string, bytes: Buffer) =>
  `-----BEGIN ${label}-----\n${(bytes.toString('base64').match(/.{1,64}/g) ?? []).join('\n')}\n-----END ${label}-----\n`
const pemOf = (one: Certificate) => pem('CERTIFICATE', Buffer.from(one.toSchema(true).toBER()))

interface Wanted {
  subject: string
  of: CryptoKeyPair
  years: number
  isRoot: boolean
  by?: { certificate: Certificate; key: CryptoKey }
}

async function certificate({ subject, of, years, isRoot, by }: Wanted): Promise<Certificate> {
  const made = new Certificate()
  const now = Temporal.Now.zonedDateTimeISO('UTC')
  made.version = 2
  made.serialNumber = new asn1js.Integer({ valueHex: randomNumber() })
  const name = new AttributeTypeAndValue({
    type: '2.5.4.3',
    value: new asn1js.Utf8String({ value: subject }),
  })
  made.subject.typesAndValues.push(name)
  made.issuer.typesAndValues.push(...(by?.certificate.subject.typesAndValues ?? [name]))
  made.notBefore.value = new Date(now.subtract({ hours: 1 }).epochMilliseconds)
  made.notAfter.value = new Date(now.add({ years }).epochMilliseconds)
  const forWhat = isRoot ? 0b0000_0110 : 0b1000_0000
  made.extensions = [
    extension('2.5.29.19', new BasicConstraints({ cA: isRoot }).toSchema()),
    extension(
      '2.5.29.15',
      new asn1js.BitString({ valueHex: Uint8Array.of(forWhat).buffer, unusedBits: isRoot ? 1 : 7 }),
    ),
    ...(isRoot
      ? []
      : [
          extension(
            '2.5.29.37',
            new ExtKeyUsage({ keyPurposes: ['1.3.6.1.5.5.7.3.8'] }).toSchema(),
          ),
        ]),
  ]
  await made.subjectPublicKeyInfo.importKey(of.publicKey)
  await made.sign(by?.key ?? of.privateKey, 'SHA-256')
  return made
}

const extension = (extnID: string, value: asn1js.BaseBlock) =>
  new Extension({ extnID, critical: true, extnValue: value.toBER() })

function randomNumber(): ArrayBuffer {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40
  return bytes.buffer
}

/** Answers a request for a timestamp, as its server does (RFC 3161, 2.4.2). `now` is its clock. */
export async function answerLocally(
  request: Uint8Array,
  authority: LocalAuthority,
  now: Date = new Date(),
): Promise<Uint8Array> {
  let asked: TimeStampReq
  try {
    asked = TimeStampReq.fromBER(Uint8Array.from(request))
  } catch {
    return refusal('bad request')
  }
  if (asked.messageImprint.hashAlgorithm.algorithmId !== sha256) return refusal('SHA-256 only')
  const [own] = certificatesIn(authority.certificate)
  if (!own) throw new Error('The authority has no certificate')
  const info = new TSTInfo({
    ...{ version: 1, policy, messageImprint: asked.messageImprint, genTime: now },
    serialNumber: new asn1js.Integer({ valueHex: randomNumber() }),
    accuracy: new Accuracy({ seconds: 1 }),
    ...(asked.nonce && { nonce: asked.nonce }),
  })
  const token = await signed(info, own, await keyOf(authority), asked.certReq === true ? [own] : [])
  const answer = new TimeStampResp({
    status: new PKIStatusInfo({ status: 0 }),
    timeStampToken: token,
  })
  return new Uint8Array(answer.toSchema().toBER())
}

function refusal(words: string): Uint8Array {
  const status = new PKIStatusInfo({
    status: 2,
    statusStrings: [new asn1js.Utf8String({ value: words })],
  })
  return new Uint8Array(new TimeStampResp({ status }).toSchema().toBER())
}

async function keyOf({ key }: LocalAuthority): Promise<CryptoKey> {
  const bytes = createPrivateKey(key).export({ type: 'pkcs8', format: 'der' })
  return crypto.subtle.importKey('pkcs8', Uint8Array.from(bytes), curve, false, ['sign'])
}

async function signed(
  info: TSTInfo,
  own: Certificate,
  key: CryptoKey,
  certificates: Certificate[],
): Promise<ContentInfo> {
  const content = info.toSchema().toBER()
  const digest = await crypto.subtle.digest('SHA-256', content)
  const fingerprint = await crypto.subtle.digest('SHA-256', own.toSchema().toBER())
  const attribute = (type: string, value: asn1js.BaseBlock) =>
    new Attribute({ type, values: [value] })
  const octets = (valueHex: ArrayBuffer) => new asn1js.OctetString({ valueHex })
  const sequence = (...value: asn1js.BaseBlock[]) => new asn1js.Sequence({ value })
  const attributes = [
    attribute(
      '1.2.840.113549.1.9.3',
      new asn1js.ObjectIdentifier({ value: id_eContentType_TSTInfo }),
    ),
    attribute('1.2.840.113549.1.9.5', new asn1js.UTCTime({ valueDate: info.genTime })),
    attribute('1.2.840.113549.1.9.4', octets(digest)),
    attribute('1.2.840.113549.1.9.16.2.47', sequence(sequence(sequence(octets(fingerprint))))),
  ]
  const encapContentInfo = new EncapsulatedContentInfo({ eContentType: id_eContentType_TSTInfo })
  // In one piece, as DER asks: what its constructor is given it writes in several.
  encapContentInfo.eContent = octets(content)
  const data = new SignedData({
    version: 3,
    encapContentInfo,
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({ issuer: own.issuer, serialNumber: own.serialNumber }),
        signedAttrs: new SignedAndUnsignedAttributes({ type: 0, attributes }),
      }),
    ],
    certificates,
  })
  await data.sign(key, 0, 'SHA-256', content)
  return new ContentInfo({ contentType: id_ContentType_SignedData, content: data.toSchema(true) })
}
