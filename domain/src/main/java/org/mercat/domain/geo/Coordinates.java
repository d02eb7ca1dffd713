package org.mercat.domain.geo;

/** A point on the earth in degrees, north and east positive (WGS 84). */
public record Coordinates(double latitude, double longitude) {

  private static final double MEAN_EARTH_RADIUS_METRES = 6_371_008.8;

  public Coordinates {
    if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) {
      throw new IllegalArgumentException("no such point: " + latitude + ", " + longitude);
    }
  }

  /** The way along the great circle, to the metre, on a sphere of the earth's mean radius. */
  public Distance to(Coordinates other) {
    var fromLatitude = Math.toRadians(latitude);
    var toLatitude = Math.toRadians(other.latitude);
    var squaredHalfChord =
        squaredSine((toLatitude - fromLatitude) / 2)
            + Math.cos(fromLatitude)
                * Math.cos(toLatitude)
                * squaredSine(Math.toRadians(other.longitude - longitude) / 2);
    var angle = 2 * Math.asin(Math.sqrt(Math.min(1, squaredHalfChord)));
    return new Distance(Math.round(angle * MEAN_EARTH_RADIUS_METRES));
  }

  private static double squaredSine(double angle) {
    var sine = Math.sin(angle);
    return sine * sine;
  }
}
