import { Invalid } from '#kernel/errors'
import { t } from '#kernel/i18n'
import { converted, refusalMessage } from '#kernel/pictures'

/** In pixels: they stand in the head of pages and of documents. */
const widest = 256

/** Arms (armoiries) or a logo as the gate keeps them. Throws `Invalid` where the picture cannot be taken. */
export async function armsOf(bytes: Uint8Array): Promise<string> {
  const made = await converted(bytes, widest)
  if (typeof made === 'string') {
    const { key, params } = refusalMessage(made)
    throw new Invalid({ arms: [t(key, params)] })
  }
  const data = Buffer.from(made.bytes).toString('base64')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${widest} ${widest}"><image width="${widest}" height="${widest}" href="data:${made.type};base64,${data}"/></svg>`
}
