import { readStoredFile } from '#kernel/files'
import { documentsOf } from '#commons/documents'
import { planPath } from '#modules/strategy'
import { givenAuthority } from '#test/harness'
import { beforeAll, expect, test } from 'vitest'
import { read } from '../../../commons/documents/test/pdf.ts'
import { givenPlan, type Grown, inside } from './grown-plan.ts'

// An authority of the German-speaking Community: its acts are in German, its pages in French too.
const authority = await givenAuthority('municipality', { languages: ['de', 'fr'] })
await authority.service(inside('service'))
const coordinator = await authority.person({
  roles: ['coordinator'],
  lastName: inside('coordination'),
})
const visitor = authority.visitor()
const page = '/pst/pst-2025-2030'
let grown: Grown

beforeAll(async () => {
  grown = await givenPlan(authority, coordinator)
  await coordinator.visitor.post(`${planPath(grown.plan)}/publication`)
})

test('a citizen reads the plan of a German-speaking authority in German', async () => {
  const { text } = await visitor.get(page)
  expect(text).toMatch(/<html\s+lang="de"/)
  expect(text).toContain('Das wollen die Gemeinde und ihr ÖSHZ am Ende der Legislaturperiode')
  expect(text).toContain('SHA-256-Prüfsumme')
  // « Montag, 1. Juni 2026, 20:04 ».
  expect(text).toMatch(
    /Veröffentlicht am (\w+tag|Mittwoch), \d{1,2}\. \p{Lu}\p{Ll}+ \d{4}, \d{1,2}:\d\d/u,
  )
  expect(text).toContain('31.12.2028')
  expect(text).not.toMatch(/Publié|Objectif|objectif stratégique|En cours/)
})

test('the home of its public site says in German what it published, and when', async () => {
  const { text } = await visitor.get('/')
  expect(text).toMatch(/<html\s+lang="de"/)
  expect(text).toContain('Jeder Text ist eine datierte Kopie')
  expect(text).toMatch(/(\w+tag|Mittwoch), \d{1,2}\. \p{Lu}\p{Ll}+ \d{4}/u)
  expect(text).toContain(`<span lang="de">${grown.plan.title}</span>`)
})

test('the words of the authority, and what it masks, are marked as German whoever reads them', async () => {
  const french = authority.visitor()
  french.keep('language', 'fr')
  const { text } = await french.get(page)
  expect(text).toMatch(/<html\s+lang="fr"/)
  expect(text).toContain('Publié le')
  expect(text).toContain(`<span lang="de">${grown.plan.title}`)
  expect(text).toContain('<mark class="masked">geschwärzt</mark>')
  expect(text).not.toMatch(/<(div|span|h2)[^>]* lang="fr"/)
})

test('its pages are offered in its languages, and in no other', async () => {
  const { text } = await visitor.get(page)
  expect(text).toMatch(/<button[^>]*value="de"[^>]*aria-pressed="true"[^>]*>Deutsch/)
  expect(text).toMatch(/<button[^>]*value="fr"[^>]*>Français/)
  expect(text).not.toContain('English')
  expect(text).not.toContain('Nederlands')
})

test('its documents say that they are in German, whoever asks for them', async () => {
  coordinator.visitor.keep('language', 'fr')
  const template = 'follow_up'
  await coordinator.visitor.post(`${planPath(grown.plan)}/documents`, { template, format: 'pdf' })
  await authority.drain()
  const bytes = await authority.as(coordinator, async () => {
    const [made] = await documentsOf(grown.plan.id)
    return made?.hash ? readStoredFile(made.hash) : []
  })
  const paper = await read(new Uint8Array(bytes))
  expect(paper.language).toMatch(/^de/)
  expect(paper.pages.join(' ')).toMatch(/Seite 1 von/)
})
