/** Suite interference: gradients of shared operators against the number of different operators. */
package magicbench.suites.interference;
