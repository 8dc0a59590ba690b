/** The sandwich rule with in-place distillation: the largest path teaches the others. */
package magicbench.baselines.sandwich;
