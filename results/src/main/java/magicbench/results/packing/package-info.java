/** How a plan's trials are shared out among machines, by what they are predicted to take. */
package magicbench.results.packing;
