/** What a suite says of a judgement: the four verdicts as JUnit outcomes. */
package magicbench.suites.assertion;
