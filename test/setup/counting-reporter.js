import { writeFileSync } from 'node:fs';

/** Counts single tests for `npm test`, which names a file for the figures in `SEINPOST_TEST_COUNT`. */
export default class CountingReporter {
  onRunComplete(_contexts, results) {
    const file = process.env.SEINPOST_TEST_COUNT;
    if (!file) return;
    const skipped = results.testResults.flatMap((suite) =>
      suite.testResults.filter((test) => ['pending', 'todo'].includes(test.status)).map((test) => test.fullName),
    );
    const counts = {
      passed: results.numPassedTests,
      // a file that cannot even be loaded has no tests to count, and must not pass for that
      failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
      skipped,
    };
    writeFileSync(file, JSON.stringify(counts));
  }
}
