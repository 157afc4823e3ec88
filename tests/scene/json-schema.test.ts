import { expect, test } from 'vitest'
import { sceneJsonSchema } from '../../src/scene/json-schema'

test('the published schema is what the program reads (npm test -- -u rewrites it)', async () => {
  await expect(sceneJsonSchema()).toMatchFileSnapshot('../../scenes/scene.schema.json')
})

test('every property of the format is described', () => {
  const undescribed: string[] = []
  const visit = (schema: unknown, path: string): void => {
    if (typeof schema !== 'object' || schema === null) return
    const { properties = {}, anyOf = [], items } = schema as { properties?: object; anyOf?: unknown[]; items?: unknown }
    for (const [key, property] of Object.entries(properties)) {
      const here = `${path}.${key}`
      if (typeof property.description !== 'string' && property.const === undefined) undescribed.push(here)
      visit(property, here)
    }
    for (const option of anyOf) visit(option, path)
    visit(items, path)
  }
  visit(JSON.parse(sceneJsonSchema()), 'scene')
  expect(undescribed).toEqual([])
})
