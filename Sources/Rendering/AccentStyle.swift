internal import Records

/// The site's own colour over those of the style sheet, whose names for colours it takes. Paper keeps black on white.
func css(_ accent: Accent) -> String {
  func rule(_ colour: Colour, _ ground: Accent.Ground) -> String {
    let band = accent.band(on: ground)
    return ":root { --link: \(colour); --accent: \(colour); --band: \(band.ground); --band-ink: \(Colour.white); "
      + "--band-soft: \(band.soft); }"
  }
  return """

    @media screen { \(rule(accent.light, .light)) }
    @media screen and (prefers-color-scheme: dark) { \(rule(accent.dark, .dark)) }

    """
}
