/**
 * What others printed: numbers of other people's runs, graded, shown beside ours, never mixed in.
 */
package magicbench.results.published;
