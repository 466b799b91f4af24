/**
 * Many clients at once, through the product's own handlers, over a DynamoDB in memory that fails on purpose; and the laws
 * of docs/design.md, checked after every commit against a model small enough to read.
 */
@NullMarked
package bilby.simulation;

import org.jspecify.annotations.NullMarked;
