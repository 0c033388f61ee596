import { aLotOfHtml, aside, TooMuch } from '#kernel/aside'
import { t } from '#kernel/i18n'
import { inItsLanguage } from '#kernel/tenancy'
import { lossInWords } from '#kernel/pages'
import { keepBrought } from '#kernel/pictures'
import { type Cleaning, describedAs, fromFieldWithPictures, type RichText } from '#kernel/richtext'
import { badRequest } from './failure.ts'

/** A text of a program as the house keeps it, and what a reader of its source would miss, in words. */
export interface Cleaned {
  html: RichText
  lost: string
}

/**
 * A text as `clean_html` takes it: a program cannot be asked to mend what an editor wrote, so that what is broken is read as a
 * browser would, and what has no place is left and told. Pictures are kept. Throws `Refused` where it takes too long.
 */
export async function cleaned(given: string, field: string): Promise<Cleaned> {
  const { html: read, brought, dropped } = await cleaningOf(given, field)
  const lost = (alt: string) => inItsLanguage(() => t('restapi.picture_lost', { alt }))
  const { html } = await keepBrought(read, brought, lost)
  const named = describedAs(
    html,
    inItsLanguage(() => t('restapi.picture')),
  )
  return { html: named, lost: lossInWords(dropped) }
}

async function cleaningOf(given: string, field: string): Promise<Cleaning> {
  if (given.length < aLotOfHtml) return fromFieldWithPictures(given)
  try {
    return await aside('kernel/richtext/index.ts', 'fromFieldWithPictures', given)
  } catch (failure) {
    if (failure instanceof TooMuch) throw badRequest('restapi.text_too_much', { field })
    throw failure
  }
}
