/** Where trials run, and the store that keeps any of them from running twice. */
package magicbench.harness.execution;
