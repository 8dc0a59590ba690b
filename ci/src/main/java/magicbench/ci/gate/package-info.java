/** The gate: what makes a build fail, and why, in one table and one last line. */
package magicbench.ci.gate;
