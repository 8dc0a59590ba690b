/** Two sets of records side by side: what differs in how they were made, and what it did. */
package magicbench.results.compare;
