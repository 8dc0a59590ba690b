/** Claims, methods, seeds and a scale make a plan: a graph of trials named by their content. */
package magicbench.results.plan;
