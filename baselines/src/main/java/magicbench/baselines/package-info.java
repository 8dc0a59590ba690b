/** Placeholder of the module baselines. */
package magicbench.baselines;
