/** Gradient interference and input/output similarity of operators that child models share. */
package magicbench.harness.probe;
