package magicbench.harness.execution;

/**
 * One line of a trial's {@code attempts.jsonl}: how far one process had come at what price.
 *
 * @param attempt which attempt, from 0
 * @param event {@code started}, {@code checkpoint} or {@code ended}
 * @param at when, in ISO 8601, UTC
 * @param process the process's id
 * @param wallSeconds of this attempt so far
 * @param cpuSeconds of this attempt so far; null where it can't be known
 */
record Attempt(
    int attempt, String event, String at, long process, double wallSeconds, Double cpuSeconds) {}
