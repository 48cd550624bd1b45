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

    private static func linear(_ channel: UInt8) -> Double {
        let value = Double(channel) / 255
        return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
}
