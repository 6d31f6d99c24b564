import { expect, test } from 'vitest'
import { runningRoutes } from './running-routes.ts'

test('routes are read from the tree that the router prints', () => {
  const printed = [
    '├── /api/v1/me (GET, HEAD, PATCH)', '│   └── mbers (GET, HEAD)', '│       └── /:id (PATCH)', '│           └── /deactivate (POST)',
    '├── /api/v1/invites/:id|:token (DELETE, GET, HEAD)', '│   └── /renew (POST)', '└── /health (GET)', '    └── /live (GET)', '',
  ].join('\n')
  expect(runningRoutes(printed)).toEqual([
    'DELETE /api/v1/invites/:*', 'GET /api/v1/invites/:*', 'GET /api/v1/me', 'GET /api/v1/members', 'GET /health', 'GET /health/live',
    'PATCH /api/v1/me', 'PATCH /api/v1/members/:*', 'POST /api/v1/invites/:*/renew', 'POST /api/v1/members/:*/deactivate',
  ])
})
