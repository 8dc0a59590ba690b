/** One network that holds every path of a space: shared weights, and one path's forward pass. */
package magicbench.harness.supernet;
