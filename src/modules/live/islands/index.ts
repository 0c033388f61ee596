// The secret ballot of a sitting on screens: without it, or where a browser cannot encipher, it is held on paper.
import { BoxKeys } from './box-keys.ts'
import { CountedPapers } from './counted-papers.ts'
import { SecretBallot } from './secret-ballot.ts'

// Browsers encipher over an encrypted connection alone.
if (globalThis.isSecureContext) {
  customElements.define('box-keys', BoxKeys)
  customElements.define('secret-ballot', SecretBallot)
}
customElements.define('counted-papers', CountedPapers)
