/** FairNAS: every operator of every layer is trained exactly once a step. */
package magicbench.baselines.fairnas;
