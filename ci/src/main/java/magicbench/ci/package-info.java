/** Placeholder of the module ci. */
package magicbench.ci;
