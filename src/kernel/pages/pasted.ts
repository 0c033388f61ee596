import { z } from 'zod'
import { forSignedIn } from '#kernel/access'
import { aLotOfHtml, aside, TooMuch } from '#kernel/aside'
import { Invalid, TooLarge } from '#kernel/errors'
import { ApiRoutes } from '#kernel/http'
import { t } from '#kernel/i18n'
import { keepBrought, keepPicture, mostBytes, type Refusal, refusalMessage } from '#kernel/pictures'
import { type Cleaning, cleanWithPictures, deepest, lossesOf } from '#kernel/richtext'
import { picture } from '#kernel/textparts'

/** What is brought into a text: read here, so that there is one reader of HTML and of pictures in the house. */
export const pastedApi = new ApiRoutes('/texts')

/** Four signs for three bytes (RFC 4648). */
const inBase64 = (bytes: number) => Math.ceil(bytes / 3) * 4

/** With the pictures that its program put in it. */
const mostPasted = inBase64(mostBytes) + 2_000_000

pastedApi.on(
  'post',
  '/pasted',
  forSignedIn,
  {
    summary: 'HTML of another program as the house keeps it, with what is left aside',
    body: z.object({ html: z.string().max(mostPasted) }),
    answer: z.object({ html: z.string(), left: z.string() }),
    bounds: { bytes: mostPasted + 1_000_000 },
  },
  async (_c, { html }) => {
    const read = await readAll(html)
    const { html: kept, refused } = await keepBrought(read.html, read.brought)
    return { html: kept, left: [leftAside(read.dropped), ...refusals(refused)].join(' ').trim() }
  },
)

pastedApi.on(
  'post',
  '/pictures',
  forSignedIn,
  {
    summary:
      'A picture for a text of mine: PNG, JPEG, GIF or WebP. Texts show it as <img src="…" alt="…">, alt="" where it ' +
      'says nothing; who sees the dossier of such a text sees its pictures',
    body: z.object({
      data: z
        .base64()
        .max(inBase64(mostBytes) + 4)
        .describe('In base64'),
    }),
    answer: z.object({ src: z.string() }),
    status: 201,
    bounds: { bytes: inBase64(mostBytes) + 10_000 },
  },
  async (_c, { data }) => {
    const kept = await keepPicture(Buffer.from(data, 'base64'))
    if ('hash' in kept) return { src: `${picture.folder}${kept.hash}` }
    const { key, params } = refusalMessage(kept.refused)
    throw Invalid.field('data', key, params)
  },
)

async function readAll(html: string): Promise<Cleaning> {
  if (html.length < aLotOfHtml) return cleanWithPictures(html)
  try {
    return await aside('kernel/richtext/index.ts', 'cleanWithPictures', html)
  } catch (failure) {
    if (!(failure instanceof TooMuch)) throw failure
    throw new TooLarge('pages.pasted.too_much')
  }
}

/** What of a text was dropped that a reader of the source saw, listed in words; empty where nothing was. */
export const lossInWords = (dropped: Cleaning['dropped']) =>
  lossesOf(dropped)
    .map(({ what, count }) => t(`pages.pasted.${what}`, { count, deepest }))
    .join(', ')

function leftAside(dropped: Cleaning['dropped']): string {
  const what = lossInWords(dropped)
  return what && t('pages.pasted.left', { what })
}

/** Why pictures that came with the text were dropped, each reason once. */
const refusals = (refused: readonly Refusal[]) =>
  [...new Set(refused)].map((one) => {
    const { key, params } = refusalMessage(one)
    return t(key, params)
  })
