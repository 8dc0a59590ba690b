/** Suite similarity: gradients of shared operators against their inputs and outputs. */
package magicbench.suites.similarity;
