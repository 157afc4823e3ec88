// What `npm run look` pictures: views of the page by name, in the order in which they are visited.

const fresh = ''
const lone = '#surface=himmelblau&optimizer=SGD&lr=0.01&start=-0.5,-0.5'
const pair = 'optimizer=SGD&lr=0.01&optimizer=Adam&lr=0.1'
const scheduled =
  '#surface=rosenbrock&optimizer=Adam&wrappers=Lookahead,SAM&lr=0.1*0.99%5Et&noise=gaussian,0.5&start=-1.5,1.5'

/**
 * A view: what follows the address; what is done before the picture is taken (`act`) and what takes that back (`undo`), so
 * that the next view can go on from there: after a view that only acts, the page is loaded again. `also` names further
 * pictures beside light and dark, wide and narrow: of forced colours, of more contrast, of a phone held sideways.
 */
export const views = [
  { name: 'page', hash: fresh, also: ['forced', 'contrast', 'sideways'] },
  { name: 'scenes', hash: fresh, act: openScenes, undo: pressEscape },
  { name: 'exports', hash: fresh, act: showExports, undo: pressEscape },
  { name: 'gallery', hash: fresh, act: (page) => page.keyboard.press('g'), undo: pressEscape, also: ['forced'] },
  { name: 'help', hash: fresh, act: (page) => page.keyboard.press('?'), undo: pressEscape },
  { name: 'climber-open', hash: fresh, act: openClimber, undo: closeClimber, also: ['forced'] },
  { name: 'exported', hash: fresh, act: exportPython },
  { name: 'map', hash: `#surface=himmelblau&mode=map&${pair}`, also: ['forced'] },
  { name: 'both', hash: `#surface=himmelblau&mode=both&${pair}`, also: ['sideways'] },
  { name: 'gradient', hash: '#surface=peaks&layers=contours,gradient&optimizer=SGD&lr=0.05' },
  { name: 'holes', hash: '#formula=sqrt(x*y)%2Bx&optimizer=SGD&lr=0.01&start=1,1' },
  { name: 'pole', hash: '#formula=1/(x^2%2By^2)&optimizer=SGD&lr=0.1&start=0.5,0.2' },
  { name: 'chart', hash: `#surface=himmelblau&${pair}`, act: hoverChart, undo: leaveChart },
  { name: 'optimizers', hash: lone, act: openOptimizers, undo: closeOptimizers, also: ['forced'] },
  { name: 'basins', hash: lone, act: openBasins, undo: closeExperiment('Basins'), also: ['forced', 'sideways'] },
  { name: 'swarm', hash: lone, act: openSwarm, undo: closeExperiment('Swarm') },
  { name: 'sweep', hash: lone, act: openSweep, undo: closeExperiment('Sweep'), also: ['forced'] },
  { name: 'diverging', hash: '#surface=himmelblau&mode=both&optimizer=SGD&lr=0.03&start=0,0', act: openBasins },
  { name: 'error', hash: '#surface=sphere&optimizer=SGD', act: typeWrong },
  { name: 'schedules', hash: scheduled, act: openClimber },
  { name: 'arithmetic', hash: lone, act: openArithmetic },
  { name: 'editor', hash: lone, act: openEditor, also: ['forced'] },
  { name: 'editor-wrong', hash: lone, act: openEditorWrong },
]

function pressEscape(page) {
  return page.keyboard.press('Escape')
}

/** What stands beside the ground is on a phone a sheet below it, a tab each. */
async function openTab(page, name) {
  const tab = page.getByRole('tab', { name })
  if (await tab.isVisible()) await tab.click()
}

async function openScenes(page) {
  await page.locator('.scene-button').click()
  await page.locator('.scene-popover').waitFor()
}

export async function openScene(page, index) {
  await openScenes(page)
  await page.locator('.scene-item').nth(index).click()
}

async function showExports(page) {
  await openScenes(page)
  await page.getByRole('button', { name: 'Copy as Python' }).scrollIntoViewIfNeeded()
}

async function exportPython(page) {
  await openScenes(page)
  await page.getByRole('button', { name: 'Export as Python' }).click()
  await page.getByText('Saved as a Python script').first().waitFor()
}

async function openClimber(page) {
  await openTab(page, 'Climbers')
  await page.locator('.climber-button').first().click()
  await page.locator('.climber-details .climber-tools').waitFor()
}

async function closeClimber(page) {
  await page.locator('.climber-button').first().click()
  await openTab(page, 'Surface')
}

async function hoverChart(page) {
  const box = await page.locator('.loss-chart').boundingBox()
  await page.mouse.move(box.x + box.width / 3, box.y + box.height / 2)
}

function leaveChart(page) {
  return page.mouse.move(1, 1)
}

async function openOptimizers(page) {
  await openClimber(page)
  await page.getByRole('button', { name: /^Browse all/ }).click()
  await page.getByRole('combobox', { name: 'Search optimizers' }).fill('momentum')
}

/** The first Escape clears the search. */
async function closeOptimizers(page) {
  await pressEscape(page)
  await pressEscape(page)
  await closeClimber(page)
}

async function openExperiment(page, name, done) {
  await openTab(page, 'Experiments')
  await page.getByRole('button', { name, exact: true }).click()
  await page.locator(done).first().waitFor()
}

function openBasins(page) {
  return openExperiment(page, 'Basins', '#lab-basins[data-map-size="512"]')
}

function openSweep(page) {
  return openExperiment(page, 'Sweep', '#lab-sweep[data-map-size="48"]')
}

async function openSwarm(page) {
  await openExperiment(page, 'Swarm', '#lab-swarm')
  await page.getByRole('radio', { name: '1,000' }).check()
  await page.getByRole('button', { name: 'Release 1,000' }).click()
  await page.locator('.swarm-counts[data-swarm="settled"]').waitFor()
}

function closeExperiment(name) {
  return async (page) => {
    await page.getByRole('button', { name, exact: true }).click()
    await openTab(page, 'Surface')
  }
}

async function typeWrong(page) {
  await page.getByTitle('Edit the formula').click()
  await page.locator('.formula-editor textarea:focus').waitFor()
  await page.keyboard.type('sine(x) + y^2')
}

async function openArithmetic(page) {
  await openClimber(page)
  await page.getByText('Arithmetic of this step', { exact: true }).click()
  await page.locator('.climber-tools').scrollIntoViewIfNeeded()
}

async function openEditor(page) {
  await openClimber(page)
  await page.getByRole('button', { name: 'Edit the equations…' }).click()
  await page.getByRole('textbox', { name: 'Equations' }).waitFor()
}

async function openEditorWrong(page) {
  await openEditor(page)
  const field = page.getByRole('textbox', { name: 'Equations' })
  await field.fill((await field.inputValue()).replace('- lr', '- lr sine(g) + lr'))
}
