/**
 * What IJava notebooks name of IJava: the kernel as an object.
 *
 * <p>It is a thin front to the kernel that runs. New notebooks use the methods that are imported in
 * every cell.
 */
package io.github.spencerpark.ijava;
