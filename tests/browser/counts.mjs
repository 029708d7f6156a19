// Ends the run with the plain line that counts.

export default class Counts {
  #outcomes = { passed: 0, failed: 0 };

  onBegin(_config, suite) {
    this.suite = suite;
  }

  onEnd() {
    for (const test of this.suite.allTests()) {
      if (test.outcome() !== "skipped") this.#outcomes[test.ok() ? "passed" : "failed"]++;
    }
    console.log(`${this.#outcomes.passed} passed, ${this.#outcomes.failed} failed`);
  }
}
