/** The candidate operators of a layer: attention, feed-forward, separable convolution, identity. */
package magicbench.harness.operator;
