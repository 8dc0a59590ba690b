/** A control for MAGIC-T: its own paths, in a shuffled order. */
package magicbench.baselines.replay;
