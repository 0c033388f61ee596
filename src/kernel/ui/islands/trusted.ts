/** What a page may hand to the browser as something that runs: no text, and no address but those of our own scripts. */
interface Trusting {
  createHTML(html: string): string
  createScript(text: string): string | null
  createScriptURL(address: string): string | null
}

const types: unknown = Reflect.get(window, 'trustedTypes')

/** Markup is let through: what is inline in it never runs, by the policy of the page. */
const trusting: Trusting = {
  createHTML: (html) => html,
  createScript: (text) => (text === '' ? text : null),
  createScriptURL: (address) => {
    const { origin, pathname } = new URL(address, location.href)
    return origin === location.origin && pathname.startsWith('/assets/') ? address : null
  },
}

/** Of browsers that ask (Trusted Types); others do without. */
const asks = (one: unknown): one is { createPolicy(name: string, policy: Trusting): unknown } =>
  typeof one === 'object' && one !== null && 'createPolicy' in one

if (asks(types)) types.createPolicy('default', trusting)
