/** Tasks: what a network trains on, is chosen by, is scored on, and what its truth is. */
package magicbench.harness.task;
