/** Numbers in, numbers out: rank correlations, exact tests, bootstrap, corrections, power. */
package magicbench.results.stats;
