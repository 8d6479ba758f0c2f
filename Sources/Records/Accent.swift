/// A site's own colour: links, edges and the band at the top of the page. It is one colour in the light and one in the
/// dark, since hardly any is readable on both.
package struct Accent: Hashable, Sendable {
  package var light: Colour
  package var dark: Colour

  /// `dark` is a shade of the other where none is chosen, as easy to read as the rest of the page.
  package init(light: Colour, dark: Colour? = nil) {
    self.light = light
    self.dark = dark ?? light.shade(towards: .white, until: 7, on: Ground.dark.colours)
  }

  /// What links stand on, as `site.css` has it.
  package enum Ground: String, Hashable, Sendable, CaseIterable {
    case light, dark

    package var colours: [Colour] {
      let all = self == .light ? ["#f7f9f8", "#ffffff", "#e8f0ed"] : ["#0f1615", "#172120", "#1d2c2a"]
      return all.compactMap(Colour.init(hex:))
    }
  }

  /// What is asked of text (WCAG 2.2, 1.4.3).
  package static let contrast = 4.5

  /// The nearest shade that is readable there.
  package static func shade(of colour: Colour, on ground: Ground) -> Colour {
    colour.shade(towards: ground == .light ? .black : .white, until: contrast, on: ground.colours)
  }
}

extension Accent {
  /// The band with the site's name, and the softer of its two kinds of text; the other is white.
  package func band(on ground: Ground) -> (ground: Colour, soft: Colour) {
    // In the dark a band in full colour would shine: it is as dark as white text can be read on with ease.
    let band = ground == .light ? light : light.shade(towards: .black, until: 12, on: [.white])
    let soft = band.mixed(with: .white, share: 210)
    return (band, soft.shade(towards: .white, until: Self.contrast, on: [band]))
  }
}
