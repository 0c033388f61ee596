import { expect } from 'vitest'
import type { TestPerson } from '#test/harness'
import type { UploadedFile } from '#commons/imports'

export const asFiles = (files: UploadedFile[]) =>
  files.map(({ name, bytes }) => new File([new Uint8Array(bytes)], name))

/** Uploads files and returns the address of the preview. */
export async function upload({ visitor }: TestPerson, files: UploadedFile[]): Promise<string> {
  const sent = await visitor.post('/deliberations/import', { files: asFiles(files) })
  expect(sent.status).toBe(303)
  return sent.headers.get('location') ?? ''
}

/** Uploads, creates what is missing, and imports. */
export async function importAll(
  who: TestPerson,
  files: UploadedFile[],
  fields: Record<string, string> = {},
) {
  const path = await upload(who, files)
  await who.visitor.post(path, { act: 'create_missing', ...fields })
  return who.visitor.post(path, { act: 'commit', ...fields, ...(await chosen(who, path)) })
}

/** The answers that the form of a preview holds, as a browser would send them. */
export async function chosen(
  { visitor }: Pick<TestPerson, 'visitor'>,
  path: string,
): Promise<Record<string, string>> {
  const { text: html } = await visitor.get(path)
  const selects = [...html.matchAll(/<select[^>]*name="([^"]+)"[^>]*>(.*?)<\/select>/gs)].map(
    ([, name = '', options = '']) => {
      const selected = /<option value="([^"]*)" selected/.exec(options)
      return [name, selected?.[1] ?? ''] as const
    },
  )
  const names = [...html.matchAll(/name="(names\.[^"]+)"[^>]*value="([^"]*)"/g)].map(
    ([, name = '', value = '']) => [name, value] as const,
  )
  return Object.fromEntries([...selects, ...names])
}
