/**
 * What can be chosen: layers, candidate operators, child models and their text form; plain Java.
 */
package magicbench.harness.space;
