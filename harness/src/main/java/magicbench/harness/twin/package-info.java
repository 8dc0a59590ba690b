/** SPI: hand-made networks that are as large as a given one. Plain Java. */
package magicbench.harness.twin;
