import { describe, expect, it } from 'vitest'
import { openScene } from '../../src/app/files/open-scene'
import { fileName, sceneFile } from '../../src/app/files/save'
import { examples } from '../../src/scene/examples'
import { limits } from '../../src/scene/limits'

describe('scene files', () => {
  it('hold a scene that opens as the same scene', async () => {
    for (const { scene } of examples) {
      const file = new File([sceneFile(scene)], 'scene.json')
      expect(await openScene(file)).toEqual({ scene, problems: [] })
    }
  })

  it('are refused by name, with the reason', async () => {
    await expect(openScene(new File(['{"a"'], 'a.json'))).rejects.toThrow(/^a\.json could not be opened: .+\.$/)
    await expect(openScene(new File(['[]'], 'b.json'))).rejects.toThrow(/b\.json/)
  })

  it('are not read at all when they are too large', async () => {
    const file = new File(['{}'], 'large.json')
    Object.defineProperty(file, 'size', { value: limits.documentLength + 1 })
    Object.defineProperty(file, 'text', { value: () => Promise.reject(new Error('was read')) })
    await expect(openScene(file)).rejects.toThrow('too large')
  })

  it.each([
    ['Four climbers, four valleys', 'four-climbers-four-valleys'],
    ['The edge of stability: 2/λ', 'the-edge-of-stability-2'],
    ['  ../../etc ', 'etc'],
    ['Vallée', 'vallee'],
    ['', 'landscape'],
    ['λ', 'landscape'],
  ])('%j is saved as %s', (title, name) => {
    expect(fileName(title)).toBe(name)
  })
})
