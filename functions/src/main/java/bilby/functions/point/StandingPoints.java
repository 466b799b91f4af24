package bilby.functions.point;

import bilby.catalogue.PointDefinition;
import bilby.point.PointGrant;
import bilby.wallet.Wallet;

/**
 * A grant of points with the wallet that says what is left of it.
 *
 * @param definition as it stood when the points were issued
 */
public record StandingPoints(PointGrant grant, Wallet wallet, PointDefinition definition) {}
