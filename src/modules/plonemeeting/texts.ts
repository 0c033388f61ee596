import {
  type Brought,
  clean,
  cleanWithPictures,
  fromFieldWithPictures,
  isEmpty,
  type RichText,
} from '#kernel/richtext'
import { picture } from '#kernel/textparts'
import type { Rich } from '#commons/plone'
import { finding, limits } from './types.ts'
import type { Finding, RemoteItem, Where } from './types.ts'

/** One text in our HTML subset, and what cleaning it met. */
export interface CleanText {
  html: RichText
  broken: Finding[]
  notices: Finding[]
  /** Pictures whose bytes the text held. */
  brought: Brought[]
}

/**
 * Cleans one field; broken HTML is located, dropped markup is counted. PloneMeeting says
 * `text/plain` of some descriptions that are HTML: what holds tags is read as HTML all the same.
 */
export function cleanText(value: Rich, where: Where & { field: string }): CleanText {
  const read = value['content-type'] === 'text/html' ? cleanWithPictures : fromFieldWithPictures
  const { html, dropped, broken, brought } = read(value.data)
  const notices = dropped.map(({ what, count }) =>
    what === picture.tag
      ? finding('notice', 'lost_picture', where, { count })
      : finding('notice', 'dropped_markup', where, { what, count }),
  )
  return {
    html,
    notices,
    brought,
    broken: broken.map(({ line, column, code, excerpt }) =>
      finding('refused', 'broken_html', { ...where, line, column }, { reason: code, excerpt }),
    ),
  }
}

/** Cleans several fields into one text, in the order given. */
export function cleanTexts(parts: { value: Rich; field: string }[], where: Where): CleanText {
  const texts = parts.map(({ value, field }) => cleanText(value, { ...where, field }))
  const filled = texts.filter(({ html }) => !isEmpty(html))
  return {
    html: clean(filled.map(({ html }) => html).join('')).html,
    broken: texts.flatMap(({ broken }) => broken),
    notices: texts.flatMap(({ notices }) => notices),
    brought: texts.flatMap(({ brought }) => brought),
  }
}

type Texts = Pick<RemoteItem, 'motivation' | 'description' | 'detailedDescription'>

/** What founds the decision. */
export const foundingOf = ({ motivation, description, detailedDescription }: Texts): RichText =>
  isEmpty(motivation) ? clean(description + detailedDescription).html : motivation

/** The texts that are longer than one may be here. */
export const tooLong = (texts: Readonly<Record<string, RichText>>, where: Where): Finding[] =>
  Object.entries(texts).flatMap(([field, html]) =>
    html.length > limits.keptText
      ? finding(
          'refused',
          'wrong_value',
          { ...where, field },
          { reason: 'too_long', most: limits.keptText },
        )
      : [],
  )

/** The fields of a point that hold words for which there is no place here. */
export function textsLeft(item: RemoteItem): string[] {
  const described = isEmpty(item.motivation)
    ? []
    : (['description', 'detailedDescription'] as const)
  const fields = [...described, 'votesResult', 'observations'] as const
  return fields.filter((field) => !isEmpty(item[field]))
}
