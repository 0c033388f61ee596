import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from '#kernel/config'
import { assetUrl } from '../assets.ts'

const sheet = () =>
  readFileSync(
    join(projectRoot, 'dist/public', assetUrl('beffroi.css').split('/').at(-1) ?? ''),
    'utf8',
  )

test('a telephone of 2022 has all colours: none is said only in words that it does not know', () => {
  const sent = sheet()
  expect(sent).not.toContain('light-dark(')
  const inks = [...sent.matchAll(/--ink:\s*([^;}]*)/g)].map(([, said]) => said)
  expect(inks[0]).toMatch(/#[0-9a-f]{6}.*#[0-9a-f]{6}/)
  const accents = [...sent.matchAll(/@supports not \(color:\s*oklch\([^{]*\{:root\{([^}]*)/g)]
  expect(accents[0]?.[1]).toMatch(/--accent:.*hsl\(var\(--accent-h\)/)
})

test('rules within rules are written out, for who knows none', () => {
  expect(sheet()).not.toMatch(/[{;}]\s*&/)
})
