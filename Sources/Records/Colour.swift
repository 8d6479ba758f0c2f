internal import Glibc

/// A colour of sRGB, with what WCAG 2.2 asks of two that meet.
package struct Colour: Hashable, Sendable, CustomStringConvertible {
  package var red: UInt8
  package var green: UInt8
  package var blue: UInt8

  package init(red: UInt8, green: UInt8, blue: UInt8) { (self.red, self.green, self.blue) = (red, green, blue) }

  /// `#0d5c55`, with or without its number sign.
  package init?(hex text: String) {
    let digits = text.hasPrefix("#") ? text.dropFirst() : text[...]
    guard digits.utf8.count == 6, digits.allSatisfy(\.isHexDigit), let number = UInt32(digits, radix: 16) else {
      return nil
    }
    self.init(
      red: UInt8(number >> 16 & 0xFF), green: UInt8(number >> 8 & 0xFF), blue: UInt8(number & 0xFF))
  }

  package var description: String {
    "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  package static let white = Colour(red: 255, green: 255, blue: 255)
  package static let black = Colour(red: 0, green: 0, blue: 0)
}

extension Colour {
  /// Relative luminance, 0 to 1 (WCAG 2.2, the definition).
  package var luminance: Double {
    func linear(_ part: UInt8) -> Double {
      let value = Double(part) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// 1 to 21: text of ordinary size is asked to have 4.5 (WCAG 2.2, 1.4.3).
  package func contrast(with other: Colour) -> Double {
    let (a, b) = (luminance, other.luminance)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  /// Against the one of them that it stands out from least.
  package func contrast(on grounds: [Colour]) -> Double { grounds.map(contrast).min() ?? 21 }

  /// `share` of the other, in 255ths.
  package func mixed(with other: Colour, share: Int) -> Colour {
    func part(_ a: UInt8, _ b: UInt8) -> UInt8 { UInt8((Int(a) * (255 - share) + Int(b) * share + 127) / 255) }
    return Colour(red: part(red, other.red), green: part(green, other.green), blue: part(blue, other.blue))
  }

  /// Itself where it has the contrast, else the first shade on the way to the other colour that has.
  package func shade(towards other: Colour, until contrast: Double, on grounds: [Colour]) -> Colour {
    (0...255).lazy.map { mixed(with: other, share: $0) }.first { $0.contrast(on: grounds) >= contrast } ?? other
  }
}
