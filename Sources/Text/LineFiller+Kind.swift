extension LineFiller.Atom.Kind {
    /// The kind of the cluster at `range`: a lone blank (or space of no width) at which lines break, a soft hyphen, or anything else.
    init(cluster range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) {
        let first = bytes[range.lowerBound]
        if first == 0x20 || first == 0x09, range.count == 1 {
            self = .blank
        } else if first < 0xC2 || range.count > 3 {
            self = .visible
        } else {
            let (scalar, length) = UTF8Scalars.decode(bytes, at: range.lowerBound)
            self = length == range.count ? Self.kind(of: scalar) : .visible
        }
    }

    private static func kind(of scalar: UInt32) -> Self {
        switch scalar {
        case 0xAD: .softHyphen
        case 0x1680, 0x2000...0x2006, 0x2008...0x200A, 0x200B, 0x205F, 0x3000: .blank
        default: .visible
        }
    }
}
