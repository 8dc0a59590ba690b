/**
 * Suite glue: what a search finds, trained alone and fine-tuned, against twins and other searches.
 */
package magicbench.suites.glue;
