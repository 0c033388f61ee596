import { renderSVG } from 'uqr'
import { Conflict, ensure } from '#kernel/errors'
import { fileName } from '#kernel/characters'
import { t } from '#kernel/i18n'
import { inItsLanguage, itsLanguage, ownHosts, tenant } from '#kernel/tenancy'
import { askDocument, type DocumentTemplate, houseLabels } from '#commons/documents'
import { read } from '#commons/dossiers'
import type { Posting } from './fields.ts'
import { factsOnPaper } from './said.ts'
import { slugsOf } from './guards.ts'
import { postingCopies } from './copies.ts'
import { postings } from './posting.ts'

const name = 'regulations.poster'

/** The sheet that hangs on the board (affiche): what was published, and the address of its text as a QR code. */
export const poster: DocumentTemplate = {
  name,
  readers: async (id) => (await read(postings, id)).readers,
  compose: (id) =>
    inItsLanguage(async () => {
      const slug = (await slugsOf([id])).get(id)
      ensure(slug, Conflict, 'regulations.poster.not_public')
      const { title, content } = await postingCopies.compose(id)
      const address = await publicAddress(postingCopies.path(slug))
      return {
        template: 'modules/regulations/poster.typ',
        title,
        language: itsLanguage(),
        data: {
          // What the house calls `arms` is a drawing, which it leaves as it is.
          code: { arms: renderSVG(address, { border: 0 }) },
          ...{ address, title, facts: factsOnPaper(content) },
          board: await publicAddress('/regulations/board'),
          labels: {
            ...houseLabels(),
            heading: t('regulations.poster.heading'),
            read: t('regulations.poster.read'),
            code: t('regulations.poster.code', { address }),
            board: t('regulations.poster.board', { authority: tenant().name }),
          },
        },
      }
    }),
}

/** Where everybody reads it: at the first name that is one of the open web, else at the first. */
async function publicAddress(path: string): Promise<string> {
  const hosts = await ownHosts()
  const host =
    hosts.find((one) => !/localhost$|^[\d.]+$/.test(one)) ?? hosts.find((one) => /[a-z]/.test(one))
  return `https://${host ?? 'localhost'}${path}`
}

/** Asks for the sheet of a text that is public. */
export async function askPoster(posting: Posting): Promise<void> {
  ensure(posting.state === 'published', Conflict, 'regulations.poster.not_public')
  await askDocument(posting, name, {
    title: t('regulations.poster.of', { title: posting.title }),
    fileName: `${fileName(`affiche-${posting.id}`)}.pdf`,
  })
}
