/** Rank correlations, exact tests, intervals and sample sizes: numbers in, numbers out. */
package magicbench.results.stats;
