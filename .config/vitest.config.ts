import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  define: { SYSMON_VERSION: '"0.0.0-test"' },
  // React is loaded as it is shipped, without what its development build wants of JSX.
  oxc: { jsx: { runtime: 'automatic', development: false } },
  test: {
    setupFiles: ['test/harness/property.ts'],
    include: ['test/**/*.test.{ts,tsx}'],
    env: { TZ: 'UTC', NODE_ENV: 'production' },
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // What is waited for comes when the machine gets round to it.
    expect: { poll: { timeout: 20_000 } },
  },
});
