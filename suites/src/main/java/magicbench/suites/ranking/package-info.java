/** Suite ranking: super-net scores of child models against training each of them alone. */
package magicbench.suites.ranking;
