/** Suite glue-gain: the paper's gains on GLUE itself, at its own scale. */
package magicbench.suites.gluegain;
