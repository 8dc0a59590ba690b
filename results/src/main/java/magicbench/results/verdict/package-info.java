/** What follows: claims and records become verdicts, each with its effect, interval and reason. */
package magicbench.results.verdict;
