import type { MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import type { Config } from '#kernel/config'
import { isEncrypted } from './peer.ts'

/** In seconds, two years: for so long a browser that came over TLS comes no other way. */
const encryptedFor = 63_072_000

/** What no page of ours asks of a browser. Passkeys are asked for by the pages of signing in. */
const unused = [
  ...['accelerometer', 'autoplay', 'camera', 'displayCapture', 'encryptedMedia', 'geolocation'],
  ...['gyroscope', 'hid', 'magnetometer', 'microphone', 'midi', 'payment', 'pictureInPicture'],
  ...['screenWakeLock', 'serial', 'usb', 'xrSpatialTracking'],
] as const

/**
 * What browsers hold back for us: nothing inline, nothing from elsewhere, in no frame, no text that becomes a script. Pages
 * hold no script and no style of their own, so that no nonce is needed, and public pages can be kept by anybody.
 */
export function heldBack({ trustProxy }: Pick<Config, 'trustProxy'>): MiddlewareHandler {
  const usual = secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      scriptSrcAttr: ["'none'"],
      styleSrc: ["'self'"],
      styleSrcAttr: ["'none'"],
      imgSrc: ["'self'", 'data:'],
      objectSrc: ["'none'"],
      frameSrc: ["'none'"],
      workerSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      // `#kernel/ui/islands/trusted.ts` makes the only one.
      trustedTypes: ['default'],
      requireTrustedTypesFor: ["'script'"],
    },
    permissionsPolicy: Object.fromEntries(unused.map((one) => [one, false])),
    referrerPolicy: 'same-origin',
    strictTransportSecurity: false,
  })
  return async (c, next) => {
    await usual(c, next)
    if (holdsFile(c.res)) c.res.headers.set('content-security-policy', ofFiles)
    if (isEncrypted(c, trustProxy))
      c.res.headers.set('strict-transport-security', `max-age=${encryptedFor}`)
  }
}

/** A file of somebody’s: opened in the browser all the same, it has no scripts, no forms and no origin of ours. */
const ofFiles = "default-src 'none'; sandbox; frame-ancestors 'none'"

/** A PDF in place is drawn by a part of the browser that a sandbox would stop; no script of it reaches a page. */
const holdsFile = ({ headers }: Response) =>
  headers.has('content-disposition') &&
  !(
    headers.get('content-type') === 'application/pdf' &&
    (headers.get('content-disposition') ?? '').startsWith('inline')
  )
