/// Scalars that are a grapheme cluster by themselves wherever the next scalar is one of them too, that terminals and
/// ncurses give the same width, and that need not be made safe.
///
/// They are nearly all of what articles and interfaces consist of, so `Canvas.write` takes them one by one and asks the
/// general rules only about the rest. A test proves that the general rules agree on every one.
enum SimpleScalar {
    /// The columns of a simple scalar, 1 or 2, or 0 when the scalar is not simple.
    @inline(__always)
    static func width(_ scalar: UInt32) -> Int {
        switch scalar {
        case 0x20...0x7E: 1
        case 0x7F...0x9F, 0xA9, 0xAD, 0xAE: 0  // controls, the soft hyphen, and signs that may become emoji
        case 0xA0...0x2FF: 1
        case 0x391...0x3A1, 0x3A3...0x3FF, 0x400...0x482, 0x48A...0x52F: 1
        case 0x2010...0x2027, 0x2030...0x203B, 0x203D...0x2048, 0x20A0...0x20BF: 1
        case 0x2190...0x2193, 0x2200...0x22FF, 0x2500...0x25A9, 0x25B2...0x25B5, 0x25B8...0x25BF, 0x25CB...0x25CF: 1
        case 0x3041...0x3096, 0x30A1...0x30FA, 0x4E00...0x9FFC, 0xAC00...0xD7A3: 2
        case _: 0
        }
    }
}
