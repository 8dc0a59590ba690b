/** One run that all suites of a JVM share: planned, run and judged once, told to Allure. */
package magicbench.suites.session;
