/**
 * Spark as a place to run: a driver in a process of its own and one trial at a time on every
 * executor; the only package that knows Spark, and on its processes' class path nothing else of
 * ours is asked for.
 */
package magicbench.harness.execution.spark;
