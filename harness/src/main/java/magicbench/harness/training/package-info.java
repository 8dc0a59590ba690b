/**
 * The training loop of a super-net: schedule, optimiser, clipping, checkpoints and exact resume.
 */
package magicbench.harness.training;
