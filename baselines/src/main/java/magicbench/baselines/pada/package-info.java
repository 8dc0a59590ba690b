/** PA-DA's path half: operators are drawn the more often, the larger their gradients were. */
package magicbench.baselines.pada;
