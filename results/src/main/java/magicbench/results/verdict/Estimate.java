package magicbench.results.verdict;

import magicbench.results.stats.Interval;

/**
 * A number with its uncertainty.
 *
 * @param name what it is, for readers
 * @param value the number
 * @param interval where it may lie
 * @param observations how many rows it rests on
 * @param seeds how many super-net seeds it rests on
 */
public record Estimate(String name, double value, Interval interval, int observations, int seeds) {}
