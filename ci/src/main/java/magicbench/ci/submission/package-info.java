/** Answers to GLUE's test parts, as its server takes them. */
package magicbench.ci.submission;
