/** Files in and out: written whole or not at all, read within bounds, faults told in one line. */
package magicbench.results.file;
