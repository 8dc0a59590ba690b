/** The command {@code magicbench}: one sub-command a stage, one line a fault, documented exits. */
package magicbench.ci.cli;
