/** Searches for a good child model: evolution and random search, under limits. Plain Java. */
package magicbench.harness.search;
