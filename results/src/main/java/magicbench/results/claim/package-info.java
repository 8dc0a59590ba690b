/**
 * A published statement as data: what it says, where, how well it is known, and what would count as
 * reproducing it.
 */
package magicbench.results.claim;
