/** Placeholder of the module suites. */
package magicbench.suites;
