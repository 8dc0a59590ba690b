/** The suite of image networks: both observations, the methods' ranks, and what a search finds. */
package magicbench.suites.imagenet;
