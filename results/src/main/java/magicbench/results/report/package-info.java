/**
 * What people read: verdicts and records become a static site, tables and plots; nothing is
 * computed here.
 */
package magicbench.results.report;
