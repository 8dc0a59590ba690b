/** What a trial measured and how: run records with typed provenance, in and out of JSON. */
package magicbench.results.record;
