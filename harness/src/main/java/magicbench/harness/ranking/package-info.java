/**
 * The rank-correlation protocol: which child models are ranked, and how a super-net scores them.
 */
package magicbench.harness.ranking;
