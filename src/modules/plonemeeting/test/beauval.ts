import { readFileSync, readdirSync } from 'node:fs'
import { noChoices, plan } from '../plan.ts'
import type { Choices, Known, Plan } from '../plan.ts'
import { read } from '../read.ts'
import type { UploadedFile } from '#commons/imports'
import type { Finding } from '../types.ts'

const folder = new URL('../sample/', import.meta.url)
export const sample = (): UploadedFile[] =>
  readdirSync(folder).map((name) => ({ name, bytes: readFileSync(new URL(name, folder)) }))

export const json = (name: string, value: unknown): UploadedFile =>
  text(name, JSON.stringify(value))
export const text = (name: string, content: string): UploadedFile => ({
  name,
  bytes: new TextEncoder().encode(content),
})

export type Fields = Record<string, unknown>
export interface Envelope {
  items: Fields[]
  items_total: number
  [more: string]: unknown
}
export const answer = (name: string): Envelope =>
  JSON.parse(readFileSync(new URL(name, folder), 'utf8'))

/** The sample with its points changed by hand. */
export function sampleWith(change: (items: Fields[]) => void): UploadedFile[] {
  const points = answer('items.json')
  change(points.items)
  return sample().map((file) => (file.name === 'items.json' ? json(file.name, points) : file))
}
export const with1stPoint = (fields: Fields): UploadedFile[] =>
  sampleWith((items) => Object.assign(items[0] ?? {}, fields))

export const nothingKnown: Known = {
  categories: [],
  services: [],
  meetingUids: new Set(),
  itemUids: new Map(),
  annexUids: new Set(),
}

/** Creates every category and service, naming the one service that the answers only number. */
export const createAll = (files: UploadedFile[]): Choices => {
  const asked = plan(read(files), nothingKnown, noChoices)
  const choicesFor = (labels: Plan['services']) =>
    Object.fromEntries(
      labels.map(({ token, title }) => [token, title ? 'create' : { create: `Service ${token}` }]),
    )
  return {
    ...noChoices,
    categories: choicesFor(asked.categories),
    services: choicesFor(asked.services),
  }
}

/** What stands here once the plan has been carried out. */
export function after(done: Plan): Known {
  const created = done.items.filter((planned) => planned.action === 'create')
  return {
    ...nothingKnown,
    meetingUids: new Set([done.meeting.meeting?.uid ?? '']),
    itemUids: new Map(created.map(({ item }) => [item.uid, item.hash])),
    annexUids: new Set(
      created.flatMap(({ annexes }) =>
        annexes.filter(({ action }) => action === 'create').map(({ annex }) => annex.uid),
      ),
    ),
  }
}

export const said = (findings: Finding[], code: Finding['code']): Finding[] =>
  findings.filter((finding) => finding.code === code)
