/** SUMNAS: fair paths, each trained for some inner steps from the same weights, as in Reptile. */
package magicbench.baselines.sumnas;
