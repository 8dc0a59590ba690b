/** Scores and truths that were made elsewhere, judged as our own are. */
package magicbench.results.own;
