import Glibc
import Terminal

extension Colour {
    /// Relative luminance, 0 for black to 1 for white, as WCAG 2.2 defines it for sRGB.
    public var luminance: Double {
        0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue)
    }

    /// The contrast ratio of WCAG 2.2 between two colours: 1 for equal ones, 21 for black and white. At least 4.5 is
    /// asked for text, 7 for text that anyone should read with ease.
    public func contrast(with other: Colour) -> Double {
        let (first, second) = (luminance, other.luminance)
        return (max(first, second) + 0.05) / (min(first, second) + 0.05)
    }

    /// The colour itself where it can be read on `background`; else the first on its way to white or black, whichever
    /// stands out more there, that can. Steps of a sixteenth, so that a published colour is moved no more than needed.
    func legible(on background: Colour, ratio: Double) -> Colour {
        guard contrast(with: background) < ratio else { return self }
        let white = Colour(red: 255, green: 255, blue: 255)
        let black = Colour(red: 0, green: 0, blue: 0)
        let goal = white.contrast(with: background) >= black.contrast(with: background) ? white : black
        for step in 1...16 {
            let moved = mixed(with: goal, share: Double(step) / 16)
            if moved.contrast(with: background) >= ratio { return moved }
        }
        return goal
    }

    /// `share` of `other`, 0…1, and the rest of this one; mixed in sRGB.
    func mixed(with other: Colour, share: Double) -> Colour {
        func mix(_ one: UInt8, _ two: UInt8) -> UInt8 {
            UInt8(clamping: Int((Double(one) * (1 - share) + Double(two) * share).rounded()))
        }
        return Colour(red: mix(red, other.red), green: mix(green, other.green), blue: mix(blue, other.blue))
    }

    /// A light and lively colour of the same hue: in HSL, of lightness 0.78 and, unless it is grey, of saturation 0.9.
    var highlighter: Colour {
        let channels = [Double(red), Double(green), Double(blue)]
        let (least, most) = (channels.min() ?? 0, channels.max() ?? 0)
        guard most - least > 16 else { return Colour(0xC8C8C8) }
        let (lightness, saturation) = (0.78, 0.9)
        let chroma = (1 - abs(2 * lightness - 1)) * saturation
        let floor = lightness - chroma / 2
        let light = channels.map { channel in
            UInt8(clamping: Int((((channel - least) / (most - least) * chroma + floor) * 255).rounded()))
        }
        return Colour(red: light[0], green: light[1], blue: light[2])
    }

    private static func linear(_ channel: UInt8) -> Double { linearChannels[Int(channel)] }

    /// Each value of a channel without its gamma.
    private static let linearChannels = (0...255).map { channel in
        let value = Double(channel) / 255
        return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
}
