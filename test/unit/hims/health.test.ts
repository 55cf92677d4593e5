import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'

import { z } from 'zod'

import { openHims } from '../../../hims/open.ts'
import { himsServer } from '../../../hims/server.ts'
import { freshPath, hospital, person, registered } from './hospital.ts'

const metric = (text: string, line: string): number =>
  Number(
    text
      .split('\n')
      .find((one) => one.startsWith(`${line} `))
      ?.slice(line.length + 1),
  )

test('it is alive and ready, and counts what it does without naming anyone', async (t) => {
  const { base, enrol } = await hospital(t)
  const desk = await enrol('desk')
  const who = person()
  await desk.push([registered(1, who), { ...registered(2), body: { kind: 'person.registered', person: {} } }])
  assert.deepEqual(await (await fetch(`${base}/health`)).json(), { alive: true })
  const ready = await fetch(`${base}/ready`)
  assert.deepEqual(
    [ready.status, await ready.json()],
    [
      200,
      {
        ready: true,
        database: 'answers',
        writes: 'open',
        disk: process.env['HIMS_TEST_ENGINE'] === 'postgres' ? 'unknown' : 'roomy',
      },
    ],
  )
  const text = await (await fetch(`${base}/metrics`)).text()
  assert.equal(metric(text, 'hims_mutations_total{outcome="applied"}'), 1)
  assert.equal(metric(text, 'hims_mutations_total{outcome="refused"}'), 1)
  assert.equal(metric(text, 'hims_requests_total{method="POST",route="/sync/v1/push",status="200"}'), 1)
  assert.equal(metric(text, 'hims_terminals{role="desk"}'), 1)
  assert.ok(metric(text, 'hims_cursor') >= 5)
  assert.ok(metric(text, 'hims_database_bytes') > 0)
  assert.ok(metric(text, 'hims_commit_seconds_count{outcome="kept"}') >= 2)
  assert.ok(metric(text, 'hims_commit_works_count') >= 2)
  assert.equal(metric(text, 'hims_mutations_parked'), 0)
  for (const word of [who.id, 'Asha', who.phone, desk.id]) assert.ok(!text.includes(word), word)
})

test('metrics are for this machine, unless they are opened', async (t) => {
  const { base, hims } = await hospital(t)
  const passedOn = { headers: { 'x-forwarded-for': '10.0.0.7' } }
  assert.equal((await fetch(`${base}/metrics`, passedOn)).status, 403)
  const open = himsServer(hims, undefined, { metricsOpen: true })
  t.after(() => open.close())
  assert.equal((await open.inject({ url: '/metrics', remoteAddress: '10.0.0.7' })).statusCode, 200)
  const shut = himsServer(hims)
  t.after(() => shut.close())
  assert.equal((await shut.inject({ url: '/metrics', remoteAddress: '10.0.0.7' })).statusCode, 403)
  assert.equal((await shut.inject({ url: '/health', remoteAddress: '10.0.0.7' })).statusCode, 200)
})

test('a database that is gone is told at once, and life goes on', async (t) => {
  const hims = await openHims({ database: freshPath(t), now: Date.now, random: randomBytes })
  const server = himsServer(hims)
  t.after(() => server.close())
  await hims.close()
  const ready = await server.inject('/ready')
  assert.deepEqual([ready.statusCode, ready.json<{ database: string }>().database], [503, 'silent'])
  assert.equal(ready.headers['retry-after'], '2')
  assert.equal((await server.inject('/health')).statusCode, 200)
})

const Api = z.object({
  openapi: z.string(),
  paths: z.record(z.string(), z.record(z.string(), z.object({ requestBody: z.unknown().optional() }))),
})

test('openapi.json tells of every route that there is, with the shapes of the wire', async (t) => {
  const hims = await openHims({ database: freshPath(t), now: Date.now, random: randomBytes })
  const server = himsServer(hims)
  t.after(async () => {
    await server.close()
    await hims.close()
  })
  const routes: string[] = []
  server.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) if (one !== 'HEAD') routes.push(`${one.toLowerCase()} ${url}`)
  })
  await server.ready()
  const api = Api.parse((await server.inject('/openapi.json')).json())
  assert.equal(api.openapi, '3.1.1')
  const told = Object.entries(api.paths).flatMap(([path, verbs]) => Object.keys(verbs).map((verb) => ({ verb, path })))
  const isTold = (route: string): boolean => told.some(({ verb, path }) => fits(route, verb, path))
  assert.ok(routes.length > 15)
  // FHIR has its CapabilityStatement; here it stands in outline.
  const others = routes.filter((route) => !route.includes(' /fhir'))
  assert.deepEqual(
    others.filter((route) => !isTold(route)),
    [],
  )
  for (const route of [
    'get /fhir/metadata',
    'get /fhir/Patient',
    'post /fhir/Patient',
    'put /fhir/Patient/1',
    'post /fhir',
  ]) {
    assert.ok(isTold(route), route)
  }
  const untold = told.filter(
    ({ verb, path }) => path.startsWith('/sync') && !routes.some((one) => fits(one, verb, path)),
  )
  assert.deepEqual(untold, [])
  const push = JSON.stringify(api.paths['/sync/v1/push']?.['post']?.requestBody)
  assert.match(push, /"mutations":\{.*"epoch"|"epoch":\{.*"mutations"/)
})

/** Whether a route is what a line of the page speaks of. */
function fits(route: string, verb: string, path: string): boolean {
  const [method, url = ''] = route.split(' ')
  const pattern = path
    .replace(/\/$/, '')
    .replace(/[.$]/g, '\\$&')
    .replace(/\{\w+\}/g, '[^/]+')
  return method === verb && new RegExp(`^${pattern}/?$`).test(url.replace(/\*$/, 'any'))
}
