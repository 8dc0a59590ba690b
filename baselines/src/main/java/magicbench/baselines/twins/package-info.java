/** Hand-made networks that are as large as a found one. */
package magicbench.baselines.twins;
