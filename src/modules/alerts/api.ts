import { permission } from '#kernel/access'
import { ApiRoutes } from '#kernel/http'
import { Figures, figures } from './figures.ts'

export const api = new ApiRoutes('/alerts')

api.on(
  'get',
  '/figures',
  permission('alerts.read'),
  { summary: 'How many are told of what is published', answer: Figures },
  () => figures(),
)
