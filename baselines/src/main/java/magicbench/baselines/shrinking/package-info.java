/** Progressive shrinking: child models that do badly are given up while the super-net trains. */
package magicbench.baselines.shrinking;
