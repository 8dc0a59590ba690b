/** Suite compression: small networks, found and hand-made, with and without a teacher. */
package magicbench.suites.compression;
