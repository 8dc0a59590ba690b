package magicbench.results.verdict;

/**
 * A way to put a claim's effect into one number.
 *
 * @param statistic what the number is called
 * @param decisive the estimator that a verdict rests on
 * @param alternativeStatistic what the other number is called
 * @param alternative another estimator of the same effect, shown beside it
 * @param holdsFixed whether it holds columns fixed; the claim must then name some, and else none
 */
record MetricKind(
    String statistic,
    Estimator decisive,
    String alternativeStatistic,
    Estimator alternative,
    boolean holdsFixed) {}
