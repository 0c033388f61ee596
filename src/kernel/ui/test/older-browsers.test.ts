import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from '#kernel/config'
import { assetUrl } from '../assets.ts'

const sheetOf = (name: string) =>
  readFileSync(join(projectRoot, 'dist/public', assetUrl(name).split('/').at(-1) ?? ''), 'utf8')

test('a telephone of 2022 has all colours: none is said only in words that it does not know', () => {
  const sent = sheetOf('beffroi.css')
  expect(sent).not.toContain('light-dark(')
  const inks = [...sent.matchAll(/--ink:\s*([^;}]*)/g)].map(([, said]) => said)
  expect(inks[0]).toMatch(/#[0-9a-f]{6}.*#[0-9a-f]{6}/)
  const accents = [...sent.matchAll(/@supports not \(color:\s*oklch\([^{]*\{:root\{([^}]*)/g)]
  expect(accents[0]?.[1]).toMatch(/--accent:.*hsl\(var\(--accent-h\)/)
})

test('rules within rules are written out, for who knows none', () => {
  for (const name of ['beffroi.css', 'drawn.css'])
    expect([name, sheetOf(name)]).toEqual([name, expect.not.stringMatching(/[{;}]\s*&/)])
})
