/// A host name in both its forms (UTS 46): the ASCII that is asked for, and the letters that it stands for. Letters of several
/// scripts look alike, so that a person needs to see the first.
public struct HostName: Hashable, Sendable {
    /// In lower case, with `xn--` where the name has letters beyond ASCII.
    public let ascii: String
    public let unicode: String

    /// Nothing where `text` is no host name.
    public init?(_ text: String) {
        guard let ascii = ICU.asciiHost(text), let unicode = ICU.unicodeHost(ascii) else { return nil }
        self.ascii = ascii
        self.unicode = unicode
    }

    /// Whether it has letters beyond ASCII.
    public var isInternational: Bool { ascii != unicode }
}
