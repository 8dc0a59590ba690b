/** What runs found over time, and whether a new one differs from those before it. */
package magicbench.results.history;
