/** SPOS: one uniformly random path a step, the random-sampling baseline. */
package magicbench.baselines.spos;
