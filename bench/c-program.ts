import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { bestC, vectorPrelude } from './c-best'
import { plainC } from './c-plain'
import type { Case } from './cases'
import { LineProcess } from './line-process'

/** Generates, compiles and starts the C competitor: `plain` or `best`. Undefined without gcc. */
export function startC(kind: 'plain' | 'best', cases: readonly Case[], folder: string): LineProcess | undefined {
  mkdirSync(folder, { recursive: true })
  const functions = cases.map((one, k) => (kind === 'plain' ? plainC(one, k) : bestC(one, k)))
  const walk = kind === 'plain' ? 'walk' : 'best'
  const source = `
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
${kind === 'best' ? `#include <immintrin.h>\n${vectorPrelude}` : ''}
${functions.join('')}
static double now(void) { struct timespec s; clock_gettime(CLOCK_MONOTONIC, &s); return s.tv_sec + 1e-9 * s.tv_nsec; }
static double xs[1 << 20], ys[1 << 20], out[1 << 20];
/* walk CASE COUNT STEPS -> seconds; check: the same, printing where the first climber ends; grid CASE SIZE -> seconds */
int main(void) {
  char kind[16]; int k, count, steps;
  while (scanf("%15s %d %d %d", kind, &k, &count, &steps) == 4) {
    if (kind[0] == 's') { for (int i = 0; i < count; i++) if (scanf("%lf %lf", xs + i, ys + i) != 2) return 1; puts("ok"); fflush(stdout); continue; }
    static double x[1 << 20], y[1 << 20];
    memcpy(x, xs, sizeof(double) * count); memcpy(y, ys, sizeof(double) * count);
    const double before = now();
    switch (k + (kind[0] == 'g' ? 1000 : 0)) {
${cases.map((_, k) => `      case ${k}: ${walk}${k}(x, y, count, steps); break;`).join('\n')}
${kind === 'plain' ? cases.map((_, k) => `      case ${1000 + k}: grid${k}(xs, ys, out, count); break;`).join('\n') : ''}
    }
    printf("%.9f %.17g %.17g\\n", now() - before, x[0], y[0]);
    fflush(stdout);
  }
  return 0;
}
`
  const file = `${folder}/${kind}.c`
  writeFileSync(file, source)
  const flags = kind === 'plain' ? ['-O3'] : ['-O3', '-march=native', '-ffp-contract=fast']
  try {
    execFileSync('gcc', [...flags, '-o', `${folder}/${kind}`, file, '-lm'], { stdio: ['ignore', 'ignore', 'pipe'] })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
  return new LineProcess(`${folder}/${kind}`, [])
}
