import { expect, test } from 'vitest'
import { givenTown } from '../../deliberations/test/council.ts'
import {
  chosen,
  fetched,
  file,
  publicPoint,
  publish,
} from '../../publications/annexes/test/given.ts'
import { linesOf, pdfOf } from '../../publications/annexes/test/pdfs.ts'
import { iriOf } from '../vocabulary.ts'
import { graphInJson } from './town.ts'

test('I03 the annexes of a point are told in linked data and in OParl, by the address where each is fetched', async () => {
  const town = await givenTown()
  const asks = (path: string) => town.authority.visitor().get(path)
  const given = await chosen(town, [
    file(pdfOf({ pages: [linesOf('Le budget est de 500 euros.')] })),
  ])
  await publish(town, given)
  const point = await publicPoint(town, given)
  const graph = await graphInJson((await asks(`${point}.jsonld`)).text)
  const [linked] = graph.filter(({ predicate }) => predicate.value === iriOf('dcat:downloadURL'))
  const { pathname } = new URL(linked?.object.value ?? '')
  expect((await fetched(town, pathname)).headers.get('content-type')).toBe('application/pdf')
  const paper = (await asks(`/oparl/paper/${point.split('/').at(-1)}`)).json<{
    auxiliaryFile: { id: string; downloadUrl: string; mimeType: string }[]
  }>()
  const [annex] = paper.auxiliaryFile
  expect(annex).toMatchObject({ downloadUrl: linked?.object.value, mimeType: 'application/pdf' })
  expect((await asks(new URL(annex?.id ?? '').pathname)).json()).toEqual(annex)
})
