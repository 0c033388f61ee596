import { fill, type Module } from '#kernel/module'
import { elementCards } from '#modules/strategy'
import './locales/index.ts'
import { AccountCard } from './pages/account-card.tsx'

/** The exchange of strategic plans with the accounting software eComptes, format 201805V1. */
export const ecomptes: Module = {
  name: 'ecomptes',
  floor: 'modules',
  needs: ['strategy'],
  fills: [fill(elementCards, (element) => AccountCard({ element }))],
}
